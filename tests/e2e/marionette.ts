/** Talks to Firefox by Marionette, its own remote protocol: the only one that reaches the real sidebar. */
import {connect, type Socket} from 'node:net';

type Waiting = {resolve: (answer: unknown) => void; reject: (error: Error) => void};
/** What Firefox sends: once its greeting, then [kind, id, error, result] for each command. */
type Sent = object | [number, number, {error: string; message: string} | null, unknown];

/** A session with a running Firefox. `chrome` runs in the browser's own window, `page` in the page. */
export class Marionette {
	readonly #socket: Socket;
	readonly #waiting = new Map<number, Waiting>();
	#arrived = Buffer.alloc(0);
	#count = 0;
	#last: Promise<unknown> = Promise.resolve();

	private constructor(socket: Socket) {
		this.#socket = socket.setNoDelay();
		socket.on('data', (chunk: Buffer) => this.#hear(chunk));
		socket.on('close', () => {
			for (const {reject} of this.#waiting.values()) reject(new Error('Firefox has gone.'));
		});
	}

	/** Connect to the port that Firefox wrote into MarionetteActivePort, and start a session. */
	static async connect(port: number): Promise<Marionette> {
		const socket = connect(port, '127.0.0.1');
		await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
		const marionette = new Marionette(socket);
		await marionette.send('WebDriver:NewSession', {capabilities: {alwaysMatch: {}}});
		await marionette.send('WebDriver:SetTimeouts', {script: 60_000, pageLoad: 30_000});
		return marionette;
	}

	/** One command; throws what Firefox answers as an error. */
	async send<Result = unknown>(name: string, parameters: object = {}): Promise<Result> {
		const id = ++this.#count;
		const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, {resolve, reject}));
		const message = JSON.stringify([0, id, name, parameters]);
		this.#socket.write(`${Buffer.byteLength(message)}:${message}`); // at once: two writes wait 40 ms for each other
		return (await answer) as Result;
	}

	/** Run a function in the page, in its own world. It may be asynchronous. */
	page<Args extends unknown[], Result>(run: (...args: Args) => Result, ...args: Args) {
		return this.#inTurn(() => this.#run<Awaited<Result>>(String(run), args));
	}

	/** Run a script in a world of its own beside the page's; gives what it comes to. */
	isolated<Result>(script: string): Promise<Result> {
		return this.#inTurn(() => this.#run<Result>('(source) => eval(source)', [script], 'isolated'));
	}

	/** Run a function, given as its source, in the browser's own window: no types tell of that world. */
	chrome<Result = void>(source: string, ...args: unknown[]) {
		return this.inChrome(() => this.#run<Result>(source, args));
	}

	/** Send commands to the browser's window instead of the page. */
	inChrome<Result>(work: () => Promise<Result>): Promise<Result> {
		return this.#inTurn(async () => {
			await this.send('Marionette:SetContext', {value: 'chrome'});
			try {
				return await work();
			} finally {
				await this.send('Marionette:SetContext', {value: 'content'});
			}
		});
	}

	close(): void {
		this.#socket.destroy();
	}

	/** The context holds for the whole session, so one thing is done after the other. */
	#inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
		const result = this.#last.then(work, work);
		this.#last = result;
		return result;
	}

	async #run<Result>(source: string, args: unknown[], sandbox: string | null = null) {
		const script = `
			const [args, done] = [arguments[0], arguments[arguments.length - 1]];
			Promise.resolve().then(() => (${source})(...args)).then(
				(value) => done({value: value ?? null}),
				(error) => done({failed: error + ' ' + error?.stack}),
			);`;
		const {value} = await this.send<{value: {value: Result} | {failed: string}}>(
			'WebDriver:ExecuteAsyncScript',
			{script, args: [args], sandbox},
		);
		if ('failed' in value) throw new Error(value.failed);
		return value.value;
	}

	/** Each message is its length in bytes, a colon, and JSON. */
	#hear(chunk: Buffer): void {
		this.#arrived = Buffer.concat([this.#arrived, chunk]);
		for (;;) {
			const colon = this.#arrived.indexOf(':');
			const end = colon + 1 + Number(this.#arrived.subarray(0, Math.max(colon, 0)));
			if (colon < 0 || this.#arrived.length < end) return;
			const message: Sent = JSON.parse(this.#arrived.subarray(colon + 1, end).toString());
			this.#arrived = this.#arrived.subarray(end);
			if (!Array.isArray(message)) continue; // the greeting
			const [, id, error, result] = message;
			const waiting = this.#waiting.get(id);
			this.#waiting.delete(id);
			if (error) waiting?.reject(new Error(`Firefox: ${error.error}: ${error.message}`));
			else waiting?.resolve(result);
		}
	}
}
