/** Stands before the server and lets a stream through word by word, so that a test can act in the middle of it. */
import {createServer, request, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as sleep} from 'node:timers/promises';

/** A proxy that waits before each event; it breaks off when the server does. */
export async function slowProxy(target: string, pause: number): Promise<{url: string; close: () => void}> {
	const proxy: Server = createServer((incoming, outgoing) => {
		const headers = {...incoming.headers, host: new URL(target).host};
		const onward = request(target + incoming.url, {method: incoming.method, headers}, async (answer) => {
			outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
			try {
				for await (const chunk of answer) {
					for (const event of String(chunk).split(/(?<=\n\n)/)) {
						if (answer.headers['content-type']?.startsWith('text/event-stream')) await sleep(pause);
						if (answer.errored || answer.destroyed) break;
						outgoing.write(event);
					}
				}
				outgoing.end();
			} catch (error) {
				outgoing.destroy(error instanceof Error ? error : undefined);
			}
		});
		onward.on('error', () => outgoing.destroy());
		outgoing.on('close', () => onward.destroy());
		incoming.pipe(onward);
	});
	await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
	const {port} = proxy.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: () => {
			proxy.closeAllConnections();
			proxy.close();
		},
	};
}
