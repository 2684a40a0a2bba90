/** Which platform a page belongs to. */
import {bluesky} from './bluesky';
import {discord} from './discord';
import {discourse} from './discourse';
import {disqus} from './disqus';
import {facebook} from './facebook';
import {generic} from './generic';
import {github} from './github';
import {googleBusiness} from './google-business';
import {hackerNews} from './hacker-news';
import {instagram} from './instagram';
import {linkedin} from './linkedin';
import {mastodon} from './mastodon';
import type {Platform} from './platform';
import {reddit} from './reddit';
import {tiktok} from './tiktok';
import {trustpilot} from './trustpilot';
import {wordpress} from './wordpress';
import {x} from './x';
import {youtube} from './youtube';
import {youtubeMobile} from './youtube-mobile';
import {youtubeStudio} from './youtube-studio';

/** First the sites with addresses of their own, then software that runs at any address; generic matches every page. */
export const platforms: Platform[] = [
	...[youtube, youtubeStudio, youtubeMobile, x, facebook, instagram, linkedin, reddit, tiktok],
	...[bluesky, github, hackerNews, trustpilot, googleBusiness, disqus, discord],
	...[mastodon, discourse, wordpress],
	generic,
];

/** The platform of a page, by its address and what stands on it. */
export function platformOf(address: string, page: Document = document): Platform {
	const url = new URL(address);
	return platforms.find((platform) => platform.matches(url, page)) ?? generic;
}
