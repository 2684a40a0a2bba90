/** Which platform a page belongs to. */
import {facebook} from './facebook';
import {generic} from './generic';
import {instagram} from './instagram';
import {linkedin} from './linkedin';
import type {Platform} from './platform';
import {reddit} from './reddit';
import {tiktok} from './tiktok';
import {x} from './x';
import {youtube} from './youtube';
import {youtubeMobile} from './youtube-mobile';
import {youtubeStudio} from './youtube-studio';

/** The generic platform comes last: it matches every page. */
export const platforms: Platform[] = [
	youtube,
	youtubeStudio,
	youtubeMobile,
	x,
	facebook,
	instagram,
	linkedin,
	reddit,
	tiktok,
	generic,
];

/** The platform of a page, by its address and what stands on it. */
export function platformOf(address: string, page: Document = document): Platform {
	const url = new URL(address);
	return platforms.find((platform) => platform.matches(url, page)) ?? generic;
}
