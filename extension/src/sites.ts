/** The sites where the button may stand beside comments. Each is asked for by itself; none is allowed at install. */
import {MatchPattern} from 'wxt/utils/match-patterns';
import {hosts, hostsInFrames} from './platforms/hosts';

/** One site, as the person is asked about it. */
export type Site = {
	/** The match pattern that is asked for. */
	pattern: string;
	/** What it is called: its host name. */
	host: string;
	/** A platform names it; else it is a page of the person's own choice. */
	isKnown: boolean;
};

const toSite = (pattern: string, isKnown: boolean): Site => ({
	pattern,
	host: pattern.replace(/^[^:]*:\/\//, '').replace(/\/\*$/, ''),
	isKnown,
});

/** Every site that a platform names. */
export const knownSites: Site[] = Object.values(hosts)
	.flat()
	.map((pattern) => toSite(pattern, true));

/** The site that an address belongs to; undefined for what is no page of the web. */
export function siteOf(address: string): Site | undefined {
	const known = knownSites.find(({pattern}) => new MatchPattern(pattern).includes(address));
	if (known) return known;
	const {protocol, hostname} = new URL(address);
	return /^https?:$/.test(protocol) ? toSite(`${protocol}//${hostname}/*`, false) : undefined;
}

/** The site of a pattern that was stored. */
export const storedSite = (pattern: string): Site =>
	knownSites.find((site) => site.pattern === pattern) ?? toSite(pattern, false);

/** Whether an address lies in one of these patterns. */
export function isWithin(patterns: string[], address: string): boolean {
	return patterns.some((pattern) => new MatchPattern(pattern).includes(address));
}

/** What the browser is asked for: it knows sites by protocol and host alone. */
export const originOf = (pattern: string): string => pattern.replace(/^([^:]*:\/\/[^/]*)\/.*$/, '$1/*');

/** Whether comments of a site stand in frames: those of platforms that say so, and any on the person's own pages. */
export function isInFrames({pattern, isKnown}: Site): boolean {
	return !isKnown || hostsInFrames.includes(pattern);
}
