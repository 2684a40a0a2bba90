/** The real server, in a data folder and on a port of its own. */
import {type ChildProcess, execFileSync, spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {candorCommand, root} from './places.ts';

type Engine = 'echo' | 'embedded';

/** A server that runs until it is killed; it can be started again with the same data. */
export class Server {
	readonly home = mkdtempSync(join(tmpdir(), 'candor-e2e-'));
	readonly port: number;
	readonly #engine: Engine;
	#process: ChildProcess | undefined;

	private constructor(port: number, engine: Engine) {
		this.port = port;
		this.#engine = engine;
	}

	/** Start a server and wait until it is healthy. Its texts are known beforehand unless the model is asked for. */
	static async start(engine: Engine = 'echo'): Promise<Server> {
		const server = new Server(await freePort(), engine);
		await server.run();
		return server;
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	get #environment(): NodeJS.ProcessEnv {
		const own = {CANDOR_ENGINE: this.#engine, CANDOR_HOME: this.home, CANDOR_PORT: String(this.port)};
		return {...process.env, ...own};
	}

	async run(): Promise<void> {
		let said = '';
		const child = spawn(candorCommand, ['serve'], {cwd: root, env: this.#environment, detached: true});
		this.#process = child;
		for (const stream of [child.stdout, child.stderr]) {
			stream.on('data', (chunk: Buffer) => {
				said += chunk.toString();
			});
		}
		const end = Date.now() + 60_000;
		while (!(await this.#isHealthy())) {
			if (child.exitCode !== null || Date.now() > end) throw new Error(`The server did not start:\n${said}`);
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}

	/** A token for this server, as `candor token` gives it. */
	token(): string {
		return this.#candor('token', 'e2e').trim();
	}

	/** A fresh pairing code. */
	pairingCode(): string {
		const said = this.#candor('pair');
		const code = /code\s+(\S+?),/i.exec(said)?.[1];
		if (!code) throw new Error(`\`candor pair\` shows no code: ${said}`);
		return code;
	}

	/** A fresh link that opens the desk once. */
	deskLink(): string {
		const link = /http:\S+/.exec(this.#candor('pair'))?.[0];
		if (!link) throw new Error('`candor pair` shows no link.');
		return link;
	}

	/** kill -9, the server and its workers. */
	kill(): void {
		const id = this.#process?.pid;
		this.#process = undefined;
		if (id) process.kill(-id, 'SIGKILL');
	}

	stop(): void {
		this.kill();
		rmSync(this.home, {recursive: true, force: true});
	}

	#candor(...words: string[]): string {
		return execFileSync(candorCommand, words, {cwd: root, env: this.#environment, encoding: 'utf8'});
	}

	async #isHealthy(): Promise<boolean> {
		try {
			// A connection that is kept may be closed by the server just as the next request takes it.
			return (await fetch(`${this.url}/health`, {headers: {Connection: 'close'}})).ok;
		} catch (error) {
			if (error instanceof TypeError) return false; // not listening yet
			throw error;
		}
	}
}

async function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
			);
		});
	});
}
