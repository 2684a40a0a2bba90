import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';

export default defineConfig({
	oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
	resolve: {alias: {'wxt/browser': fileURLToPath(new URL('tests/extension/stored.ts', import.meta.url))}},
	test: {
		environment: 'happy-dom',
		include: ['tests/extension/**/*.test.{ts,tsx}'],
		isolate: false, // one window for all: making it anew for each file takes longer than the tests
		restoreMocks: true,
	},
});
