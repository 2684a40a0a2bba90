/** The file in which a browser says at which port it listens. */
import {existsSync, readFileSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';

/** The port, once the browser has written it in the first line. */
export async function portIn(file: string): Promise<number> {
	for (const end = Date.now() + 30_000; Date.now() < end; await sleep(50)) {
		const port = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
		if (port > 0) return port;
	}
	throw new Error(`The browser did not start: it wrote no port into ${file}.`);
}
