/** "Report this page": asks the page how often its platform's selectors match, and copies that. */
import {browser} from 'wxt/browser';
import {reportText} from '../../page-report';
import {surveyPage} from '../../reader';

/** Copy the report on a tab, or on the one in front. Gives what to say. */
export async function reportPage(tabId?: number): Promise<string> {
	const [front] = await browser.tabs.query({active: true, currentWindow: true});
	const facts = await surveyPage(tabId ?? front?.id ?? browser.tabs.TAB_ID_NONE);
	if (!facts) return 'Candor may not read this page from here. Press its button in the toolbar there first.';
	await navigator.clipboard.writeText(
		reportText(facts, browser.runtime.getManifest().version, browserName()),
	);
	return 'Copied, without a word of the page. Paste it into a report.';
}

function browserName(): string {
	const [, name = '', version = ''] = /(Firefox|Edg|Chrome)\/(\d+)/.exec(navigator.userAgent) ?? [];
	return `${name} ${version}`.trim();
}
