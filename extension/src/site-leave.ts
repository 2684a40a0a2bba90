/** Asking the person for leave on a site, and giving it back. */
import {browser} from 'wxt/browser';
import {changeSettings, readSettings} from './settings';
import {originOf, type Site} from './sites';

/** Put the button on a site. Must be called in a click: the browser asks the person. false: the person said no. */
export async function allowSite(site: Site): Promise<boolean> {
	if (!(await browser.permissions.request({origins: [originOf(site.pattern)]}))) return false;
	const {sites, sitesDeclined} = await readSettings();
	await changeSettings({
		sites: [...without(sites, site), site.pattern],
		sitesDeclined: without(sitesDeclined, site),
	});
	return true;
}

/** Take the button off a site, and give the browser's permission back unless the server stands at the same address. */
export async function leaveSite(site: Site): Promise<void> {
	const {sites, serverUrl} = await readSettings();
	const left = without(sites, site);
	await changeSettings({sites: left});
	const origin = originOf(site.pattern);
	const {protocol, hostname} = new URL(serverUrl);
	const isNeeded =
		origin === `${protocol}//${hostname}/*` || left.some((other) => originOf(other) === origin);
	if (!isNeeded) await browser.permissions.remove({origins: [origin]});
}

/** Ask no more about a site; the settings page still can switch it on. */
export async function declineSite(site: Site): Promise<void> {
	const {sitesDeclined} = await readSettings();
	await changeSettings({sitesDeclined: [...without(sitesDeclined, site), site.pattern]});
}

const without = (patterns: string[], {pattern}: Site) => patterns.filter((other) => other !== pattern);
