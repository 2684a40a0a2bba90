/** The settings page: the server, the manner of new drafts, the sites, and what is kept. */
import {useEffect, useState} from 'preact/hooks';
import {browser} from 'wxt/browser';
import {getHealth, listBrandVoices, listTones, pair} from '../../api/client';
import {Trouble} from '../../api/problem';
import type {BrandVoice, Tone} from '../../api/shapes';
import {forgetDrafts, keptLimit} from '../../drafts';
import {changeSettings, isOnThisComputer, parseServerUrl, readSettings, type Settings} from '../../settings';
import {PairingForm} from '../../ui/server-state';
import {deviceName} from '../sidepanel/page';
import {SitesSection} from './sites';

/** What the server told; `problem` where it told nothing. */
type Known = {model: string; tones: Tone[]; voices: BrandVoice[]; problem: string; isUnpaired: boolean};

const nothingKnown: Known = {model: '', tones: [], voices: [], problem: '', isUnpaired: false};

export function Options({initial}: {initial: Settings}) {
	const [settings, setSettings] = useState(initial);
	const change = async (some: Partial<Settings>) => setSettings(await changeSettings(some));
	const known = useServer(settings);
	return (
		<>
			<h1>Candor: settings</h1>
			<ServerSection settings={settings} known={known} onChange={change} />
			<MannerSection settings={settings} known={known} onChange={change} />
			<SitesSection settings={settings} onChange={async () => setSettings(await readSettings())} />
			<KeptSection />
		</>
	);
}

type SectionProps = {settings: Settings; onChange: (some: Partial<Settings>) => Promise<void>};

function ServerSection({settings, known, onChange}: SectionProps & {known: Known}) {
	const [typed, setTyped] = useState(settings.serverUrl);
	const [problem, setProblem] = useState('');
	const save = async () => {
		const serverUrl = parseServerUrl(typed);
		if (!serverUrl) return setProblem('Write it like http://127.0.0.1:8765.');
		// A server elsewhere needs the person's leave; the one on this computer has it from the start.
		const isAllowed =
			new URL(serverUrl).hostname === '127.0.0.1' ||
			(await browser.permissions.request({
				origins: [`${new URL(serverUrl).protocol}//${new URL(serverUrl).hostname}/*`],
			}));
		if (!isAllowed) return setProblem('Without that permission Candor cannot reach this server.');
		setProblem('');
		// A token is one server's own: it is not shown to another.
		await onChange(serverUrl === settings.serverUrl ? {} : {serverUrl, token: ''});
	};
	return (
		<section class="card stack" aria-labelledby="server">
			<h2 id="server">Server</h2>
			<form
				onSubmit={(event) => {
					event.preventDefault();
					void save();
				}}
			>
				<label for="address">Address</label>
				<div class="row">
					<input
						id="address"
						value={typed}
						spellcheck={false}
						onInput={(event) => setTyped(event.currentTarget.value)}
					/>
					<button type="submit">Use it</button>
				</div>
			</form>
			<p class="bad" role="alert">
				{problem || (known.isUnpaired ? '' : known.problem)}
			</p>
			<p class="soft" role="status">
				{known.model && !problem && `Candor answers there, with ${known.model}.`}
			</p>
			{known.isUnpaired && (
				<PairingForm
					deviceName={deviceName()}
					isTeam={!isOnThisComputer(settings)}
					deskUrl={settings.serverUrl}
					onPair={async (code, name) => {
						try {
							await onChange({token: await pair(settings, code, name)});
							return '';
						} catch (error) {
							if (error instanceof Trouble) return error.message;
							throw error;
						}
					}}
				/>
			)}
		</section>
	);
}

function MannerSection({settings, known, onChange}: SectionProps & {known: Known}) {
	return (
		<section class="card stack" aria-labelledby="manner">
			<h2 id="manner">New drafts</h2>
			<label>
				Tone
				<select value={settings.tone} onChange={(event) => void onChange({tone: event.currentTarget.value})}>
					{known.tones.length === 0 && <option value={settings.tone}>{settings.tone}</option>}
					{known.tones.map(({id, name}) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
				</select>
			</label>
			<label>
				Brand voice
				<select
					value={settings.brandVoiceId}
					onChange={(event) => void onChange({brandVoiceId: event.currentTarget.value})}
				>
					<option value="">None</option>
					{known.voices.map(({id, name}) => (
						<option key={id} value={id}>
							{name}
						</option>
					))}
				</select>
			</label>
			<p class="soft">
				How each brand speaks, and which checks its replies get, is written on{' '}
				<a href={`${settings.serverUrl}/voices`} target="_blank" rel="noreferrer">
					the desk
				</a>
				.
			</p>
		</section>
	);
}

const sureTime = 5000; // ms for the second press

/** Forgetting cannot be undone, so it wants a second press. */
function KeptSection() {
	const [stage, setStage] = useState<'kept' | 'asked' | 'forgotten'>('kept');
	useEffect(() => {
		if (stage !== 'asked') return;
		const timer = setTimeout(() => setStage('kept'), sureTime);
		return () => clearTimeout(timer);
	}, [stage]);
	const press = async () => {
		if (stage !== 'asked') return setStage('asked');
		await forgetDrafts();
		setStage('forgotten');
	};
	return (
		<section class="card stack" aria-labelledby="kept">
			<h2 id="kept">Kept drafts</h2>
			<p class="soft">
				The last {keptLimit} drafts and their comments are kept in this browser, so that nothing you typed is
				lost.
			</p>
			<div class="row">
				<button type="button" onClick={() => void press()}>
					{stage === 'asked' ? 'Press again to forget' : 'Forget them all'}
				</button>
				<span role="status">
					{stage === 'forgotten' ? 'Forgotten.' : stage === 'asked' ? 'It cannot be undone.' : ''}
				</span>
			</div>
		</section>
	);
}

/** What the server knows: its tones and brand voices. Asked again when its address or the token changes. */
function useServer({serverUrl, token}: Settings): Known {
	const [known, setKnown] = useState(nothingKnown);
	useEffect(() => {
		const asking = new AbortController();
		const server = {serverUrl, token};
		const ask = async () => {
			try {
				const {model} = await getHealth(server, asking);
				const [tones, voices] = await Promise.all([
					listTones(server, asking),
					listBrandVoices(server, asking),
				]);
				setKnown({...nothingKnown, model, tones, voices});
			} catch (error) {
				if (asking.signal.aborted) return;
				if (!(error instanceof Trouble)) throw error;
				setKnown({...nothingKnown, problem: error.message, isUnpaired: error.kind === 'unpaired'});
			}
		};
		void ask();
		return () => asking.abort();
	}, [serverUrl, token]);
	return known;
}
