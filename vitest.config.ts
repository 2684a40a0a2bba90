import {defineConfig} from 'vitest/config';

export default defineConfig({
	oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
	test: {
		environment: 'happy-dom',
		include: ['tests/extension/**/*.test.{ts,tsx}'],
		restoreMocks: true,
	},
});
