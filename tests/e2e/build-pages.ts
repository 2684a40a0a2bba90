/** Builds what the tests bring into pages, the real editors and the platforms, and says what is missing before any test runs. */
import {existsSync} from 'node:fs';
import {build} from 'vite';
import {extensionFolder, pagesFolder} from './places.ts';

export async function setup(): Promise<void> {
	if (!existsSync(`${extensionFolder}/manifest.json`)) {
		throw new Error('The extension is not built. Run `npm run build` first.');
	}
	await bundle('editors-page/editors.ts', 'es');
	await bundle('editors-page/linkedin.ts', 'es');
	await bundle('read-page.ts', 'iife');
}

/** The bundle lies in `pagesFolder` under its entry's own name. */
async function bundle(entry: string, format: 'es' | 'iife'): Promise<void> {
	const name = entry.replace(/^.*\/|\.ts$/g, '');
	await build({
		configFile: false,
		root: import.meta.dirname,
		logLevel: 'error',
		define: {'process.env.NODE_ENV': '"production"', global: 'globalThis'},
		build: {
			outDir: pagesFolder,
			emptyOutDir: false,
			chunkSizeWarningLimit: 10_000,
			modulePreload: false,
			lib: {entry, name: 'bundle', formats: [format], fileName: () => `${name}.js`},
		},
	});
}
