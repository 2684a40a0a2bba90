/** The whole job in one minute: a browser with the extension, paired, on a page of comments; the server beside it. */
import {Candor} from '../tests/e2e/browser.ts';
import {setup} from '../tests/e2e/build-pages.ts';
import {Server} from '../tests/e2e/server.ts';

await setup();
const server = await Server.start('embedded');
const candor = await Candor.launch({
	settings: {serverUrl: server.url, token: server.token()},
	headless: false,
});
process.once('SIGINT', () => void candor.context.close());
try {
	const editors = await candor.context.newPage();
	await editors.goto('https://www.reddit.com/editors');
	const comments = await candor.open('https://www.youtube.com/watch?v=box1');
	await comments.bringToFront();
	process.stdout.write('Both tabs are pages of ours, at the sites’ addresses; nothing goes out.\n');
	process.stdout.write('Point at a comment and press “Suggest reply”. Close the browser to end the demo.\n');
	await candor.context.waitForEvent('close', {timeout: 0});
} finally {
	server.stop();
	await candor.close();
}
