/** How the server is, in the header; and what to do when it is not well. */
import {useState} from 'preact/hooks';

/** The server as the panel knows it. */
export type ServerState =
	| {kind: 'asking'}
	| {kind: 'ready'; model: string; isLocal: boolean}
	| {kind: 'loading'}
	| {kind: 'down'}
	| {kind: 'unpaired'}
	| {kind: 'strange'; message: string};

const words: Record<Exclude<ServerState['kind'], 'ready'>, string> = {
	asking: 'Looking for the server',
	loading: 'Model is loading',
	down: 'Server does not answer',
	unpaired: 'Not paired yet',
	strange: 'Server is not well',
};

export function ServerStatus({server}: {server: ServerState}) {
	return (
		<span class="status" role="status">
			<span class={`dot ${server.kind}`} />
			{server.kind === 'ready' ? (
				<span>
					{server.isLocal ? 'On this computer' : 'On your server'} · <span class="model">{server.model}</span>
				</span>
			) : (
				words[server.kind]
			)}
		</span>
	);
}

type NoticeProps = PairingProps & {server: ServerState; onRetry: () => void};

/** What to do about the server; nothing when it is well. */
export function ServerNotice({server, onRetry, ...pairing}: NoticeProps) {
	if (server.kind === 'unpaired') return <PairingForm {...pairing} />;
	if (server.kind === 'loading') {
		return <p class="notice">The model is loading. The draft starts by itself in a few seconds.</p>;
	}
	if (server.kind === 'down' || server.kind === 'strange') {
		return (
			<section class="notice" aria-label="Server">
				{server.kind === 'strange' ? (
					<p>{server.message}</p>
				) : pairing.isTeam ? (
					<p>
						The server at {pairing.deskUrl} does not answer. Look at your connection, or ask whoever runs it.
						This panel goes on by itself, and your text is kept.
					</p>
				) : (
					<p>
						Candor’s server is not running. Open a terminal in Candor’s folder and run <code>make run</code>.
						This panel goes on by itself, and your text is kept.
					</p>
				)}
				<button type="button" class="small" onClick={onRetry}>
					Look again
				</button>
			</section>
		);
	}
	return null;
}

/** How a browser is let in. */
export type PairingProps = {
	/** What the browser is called unless the person calls it otherwise. */
	deviceName: string;
	/** Others use the same server, and see the name. */
	isTeam: boolean;
	/** Where the desk is, which shows a code. */
	deskUrl: string;
	onPair: (code: string, name: string) => Promise<string>;
};

/** Lets this browser in with the code that the server shows. */
export function PairingForm({deviceName, isTeam, deskUrl, onPair}: PairingProps) {
	const [code, setCode] = useState('');
	const [name, setName] = useState(deviceName);
	const [problem, setProblem] = useState('');
	const [isBusy, setBusy] = useState(false);
	const submit = async () => {
		setBusy(true);
		setProblem(await onPair(code.trim(), name.trim() || deviceName));
		setBusy(false);
	};
	return (
		<form
			class="card stack"
			aria-label="Pair this browser"
			onSubmit={(event) => {
				event.preventDefault();
				if (code.trim() && !isBusy) void submit();
			}}
		>
			<b>Pair this browser, once</b>
			<p class="soft">
				{isTeam
					? 'Ask whoever runs your server for a code, or press '
					: 'Type the code that Candor shows where you started it. Each lasts two minutes; for a new one press '}
				<b>Show a code</b> on{' '}
				<a href={deskUrl} target="_blank" rel="noreferrer">
					the desk
				</a>
				.
			</p>
			{isTeam && (
				<label>
					Name that your teammates see
					<input
						value={name}
						maxLength={100}
						autocomplete="off"
						onInput={(event) => setName(event.currentTarget.value)}
					/>
				</label>
			)}
			<label for="code">Code</label>
			<div class="row">
				<input
					id="code"
					value={code}
					autocomplete="off"
					spellcheck={false}
					aria-describedby="pairing-problem"
					onInput={(event) => setCode(event.currentTarget.value)}
				/>
				<button type="submit" class="primary" disabled={!code.trim() || isBusy}>
					Pair
				</button>
			</div>
			<p id="pairing-problem" class="bad" role="alert">
				{problem}
			</p>
		</form>
	);
}
