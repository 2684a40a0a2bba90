import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/e2e/**/*.test.ts'],
		environment: 'node',
		globalSetup: ['tests/e2e/build-pages.ts'],
		fileParallelism: false, // one browser at a time: two cores are enough
		isolate: false,
		testTimeout: 60_000,
		hookTimeout: 90_000,
	},
});
