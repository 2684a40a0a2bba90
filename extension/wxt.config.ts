import {join} from 'node:path';
import {defineConfig, type UserManifest} from 'wxt';
import project from '../package.json' with {type: 'json'};

/** The public half of the key that fixes the id in Chromium: jpdolefhbapieiklgkbndhfjblbnapnd */
const chromiumKey =
	'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAy5U9DJRnfvjhVunR9MTP5U+7WDlNi5f9WUdziTU65KFp1Y6MObnx/Qc5WBCE8KAIsSTNZ4+an07ojotWpazqMSzi0xJIZ0bWK6yxCinL0xu7YpVE3mgEPwOEYWtylAwbOA8n5SxugxRhQ5lVP3RMGCww77LYtX0RgN/AY1/689mwBI1I3ABfwipnHjBnXG1Aj2TRpzHY/WD6/vSvh/fU/lOMx00n7QzURu9ptcENCD1DzDNYbp7ULbQmWvfoJuVpC94ipvfLQ288EpnfoUjBT8AIuR4kxX4FtkPyLrhuST4ppNA71xv7pmljrPpUADVWKqU0mJRWGHNiw77y+jO5VQIDAQAB';

const permissions: UserManifest['permissions'] = [
	'storage', // settings, and the drafts that outlive the panel, the browser and the server
	'contextMenus', // "Suggest reply" on selected words
	'activeTab', // read the selected words on a page only after the person asked there
	'scripting', // bring the reader and writer into such a page, and onto the sites that the person allowed
];

export default defineConfig({
	srcDir: 'src',
	publicDir: 'src/public',
	imports: false, // no auto-imports: every name is imported where it is used
	manifestVersion: 3,
	zip: {
		name: 'candor',
		// What a reviewer needs to build the same: nothing else of the project.
		sourcesRoot: join(import.meta.dirname, '..'),
		excludeSources: ['**'],
		includeSources: [
			'package.json',
			'package-lock.json',
			'README.md',
			'LICENSE',
			'extension/PRIVACY.md',
			'extension/wxt.config.ts',
			'extension/src/**',
			'server/desk/static/look.css',
		],
	},
	hooks: {
		'build:manifestGenerated': (wxt, {background}) => {
			// Beside Chrome's service worker, for the browsers that know none; Chrome passes it by.
			if (wxt.config.browser !== 'firefox' && background && 'service_worker' in background)
				Object.assign(background, {scripts: [background.service_worker]});
		},
	},
	vite: () => ({oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}}}),
	manifest: ({browser, mode}) => ({
		name: 'Candor',
		version: project.version,
		description: project.description,
		// The store gives the extension an id of its own.
		key: browser === 'firefox' || mode === 'store' ? undefined : chromiumKey,
		minimum_chrome_version: browser === 'firefox' ? undefined : '123', // light-dark() and field-sizing in the panel
		permissions:
			browser === 'firefox'
				? permissions // the sidebar needs no permission in Firefox
				: [...permissions, 'sidePanel'], // the panel beside the page
		// The server on this computer; no other host is called.
		host_permissions: ['http://127.0.0.1/*'],
		// A site where the button stands, or a team's server: each by itself, when the person says so.
		optional_host_permissions: ['https://*/*', 'http://*/*'],
		action: {default_title: 'Open Candor'},
		commands: {
			'suggest-reply': {
				suggested_key: {default: 'Alt+Shift+S'},
				description: 'Suggest a reply to the selected words',
			},
		},
		content_security_policy: {
			// connect-src is open to http(s), because the server's address is a setting; the host permissions bound it.
			extension_pages:
				// The grammar checker is WebAssembly of our own package.
				"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' http: https:; style-src 'self' 'unsafe-inline'; object-src 'none'",
		},
		browser_specific_settings: {
			gecko: {
				id: 'candor@candor.local',
				strict_min_version: '140.0',
				data_collection_permissions: {required: ['none']},
			},
			gecko_android: {strict_min_version: '142.0'},
		},
	}),
});
