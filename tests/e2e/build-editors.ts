/** Builds the page with the real editors, and says what is missing before any test runs. */
import {existsSync} from 'node:fs';
import {build} from 'vite';
import {editorsFolder, extensionFolder} from './places.ts';

export async function setup(): Promise<void> {
	if (!existsSync(`${extensionFolder}/manifest.json`)) {
		throw new Error('The extension is not built. Run `npm run build` first.');
	}
	await build({
		configFile: false,
		root: `${import.meta.dirname}/editors-page`,
		logLevel: 'error',
		define: {'process.env.NODE_ENV': '"production"', global: 'globalThis'},
		build: {
			outDir: editorsFolder,
			emptyOutDir: true,
			chunkSizeWarningLimit: 10_000,
			modulePreload: false,
			lib: {entry: 'editors.ts', formats: ['es'], fileName: () => 'editors.js'},
		},
	});
}
