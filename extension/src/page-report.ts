/** The report on a page whose selectors may match no more: for a person to read and to paste. */
import type {Count} from './platforms/survey';

/** What a report is made of. `host` is '' for a page of the person's own. */
export type PageFacts = {platform: string; host: string; counts: Count[]};

/** Write a report: platform, selectors and how often each matched. No words and no address of the page. */
export function reportText({platform, host, counts}: PageFacts, candor: string, browserName: string): string {
	const width = Math.max(...counts.map(({name}) => name.length));
	return [
		[`Candor ${candor}`, browserName, platform, host].filter(Boolean).join(' · '),
		...counts.map(
			({name, css, checked, count}) =>
				`${String(count).padStart(5)}  ${name.padEnd(width)}  ${css}  (checked ${checked})`,
		),
	].join('\n');
}
