/** Which site the page beside the panel belongs to, as far as the browser tells. */
import {useEffect, useState} from 'preact/hooks';
import {browser} from 'wxt/browser';
import {type Called, calledKey} from '../../messages';
import {onSettingsChanged, readSettings} from '../../settings';
import {type Site, siteOf} from '../../sites';

/** The site of the page, and what the person said about it. */
export type PageSite = {site: Site; isOn: boolean; isDeclined: boolean};

/** Follow the tab in front. undefined: its address is not known, since the person has not called Candor there. */
export function usePageSite(): PageSite | undefined {
	const [pageSite, setPageSite] = useState<PageSite>();
	useEffect(() => {
		const look = () => void readPageSite().then(setPageSite);
		const lookAgain = (_: number, {status, url}: {status?: string; url?: string}) => {
			if (status === 'complete' || url) look();
		};
		look();
		const stop = onSettingsChanged(look);
		browser.tabs.onActivated.addListener(look);
		browser.tabs.onUpdated.addListener(lookAgain);
		browser.storage.session.onChanged.addListener(look); // the person called Candor somewhere
		return () => {
			stop();
			browser.tabs.onActivated.removeListener(look);
			browser.tabs.onUpdated.removeListener(lookAgain);
			browser.storage.session.onChanged.removeListener(look);
		};
	}, []);
	return pageSite;
}

async function readPageSite(): Promise<PageSite | undefined> {
	const [tab] = await browser.tabs.query({active: true, currentWindow: true});
	const site = tab?.url ? siteOf(tab.url) : undefined;
	if (!site) return undefined;
	const {sites, sitesDeclined} = await readSettings();
	const isIn = (patterns: string[]) => patterns.includes(site.pattern);
	return {site, isOn: isIn(sites), isDeclined: isIn(sitesDeclined)};
}

/** Why the last call on a page of this window gave no comment; '' when it did. */
export function useCallProblem(): string {
	const [problem, setProblem] = useState('');
	useEffect(() => {
		let key = '';
		void browser.windows.getCurrent().then(({id}) => {
			key = calledKey(id);
		});
		const hear = (changes: Record<string, {newValue?: unknown}>) => {
			const called = changes[key]?.newValue as Called | undefined;
			if (called) setProblem(called.problem);
		};
		browser.storage.session.onChanged.addListener(hear);
		return () => browser.storage.session.onChanged.removeListener(hear);
	}, []);
	return problem;
}
