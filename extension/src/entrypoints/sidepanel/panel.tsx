/** The side panel: puts the parts together and hands what the person does to the store. */
import {useEffect, useRef, useState} from 'preact/hooks';
import {browser} from 'wxt/browser';
import {shownText, shownVersion} from '../../draft-state';
import {lengthRule} from '../../platforms/length';
import {wordsAlone} from '../../reader';
import {allowSite, declineSite, leaveSite} from '../../site-leave';
import {ActionBar} from '../../ui/action-bar';
import {CommentCard} from '../../ui/comment-card';
import {DraftBox} from '../../ui/draft-box';
import {EvidenceStrip} from '../../ui/evidence-strip';
import {Findings} from '../../ui/findings';
import {Note} from '../../ui/note';
import {ReportButton} from '../../ui/report-button';
import {ServerNotice, ServerStatus} from '../../ui/server-state';
import {SiteOffer, SiteSwitch} from '../../ui/site-offer';
import {Start} from '../../ui/start';
import {Tones} from '../../ui/tones';
import {TriageLine} from '../../ui/triage-line';
import {humanShare} from '../../ui/words';
import type {Drafting} from './drafting';
import {deviceName, readBeside, usePlacing} from './page';
import {type PageSite, useCallProblem, usePageSite} from './page-site';
import {reportPage} from './report';

export function Panel({drafting}: {drafting: Drafting}) {
	const [view, setView] = useState(drafting.view);
	useEffect(() => drafting.listen(setView), [drafting]);
	const pageSite = usePageSite();
	const callProblem = useCallProblem();
	useNoteKey();
	const {state, server} = view;
	return (
		<>
			<header>
				<h1>Candor</h1>
				<ServerStatus server={server} />
				{state.comment && (
					<button
						type="button"
						class="quiet gear"
						aria-label="Another comment"
						onClick={() => drafting.close()}
					>
						+
					</button>
				)}
				<button
					type="button"
					class="quiet gear"
					aria-label="Settings"
					onClick={() => void browser.runtime.openOptionsPage()}
				>
					⚙
				</button>
			</header>
			<ServerNotice
				server={server}
				onPair={(code) => drafting.pair(code, deviceName())}
				onRetry={() => void drafting.lookAtServer()}
			/>
			{callProblem && (
				<p class="notice" role="alert">
					{callProblem}
				</p>
			)}
			<Offer pageSite={pageSite} />
			{state.comment ? (
				<Work key={state.comment.key} drafting={drafting} view={view} />
			) : (
				<Begin drafting={drafting} pageSite={pageSite} />
			)}
			<Announcement view={view} />
		</>
	);
}

/** On a site that Candor knows, the first time: may the button stand there? */
function Offer({pageSite}: {pageSite: PageSite | undefined}) {
	if (!pageSite?.site.isKnown || pageSite.isOn || pageSite.isDeclined) return null;
	const {site} = pageSite;
	return (
		<SiteOffer
			host={site.host}
			onAllow={() => void allowSite(site)}
			onDecline={() => void declineSite(site)}
		/>
	);
}

function Begin({drafting, pageSite}: {drafting: Drafting; pageSite: PageSite | undefined}) {
	const [problem, setProblem] = useState('');
	const openSelected = async () => {
		const {asked, problem: why} = await readBeside();
		setProblem(why);
		if (asked) drafting.open(asked.comment, asked.place, undefined);
	};
	return (
		<Start
			problem={problem}
			onUseSelected={() => void openSelected()}
			onPaste={(text) => drafting.open(wordsAlone(text), undefined, undefined)}
		>
			{pageSite && (pageSite.isOn || pageSite.isDeclined || !pageSite.site.isKnown) && (
				<SiteSwitch
					host={pageSite.site.host}
					isOn={pageSite.isOn}
					onAllow={() => void allowSite(pageSite.site)}
					onLeave={() => void leaveSite(pageSite.site)}
				/>
			)}
			{pageSite && <ReportButton onReport={() => reportPage()} />}
		</Start>
	);
}

type WorkProps = {drafting: Drafting; view: Drafting['view']};

function Work({drafting, view}: WorkProps) {
	const {state, server, tones, overruled, place} = view;
	const field = useRef<HTMLTextAreaElement | null>(null);
	const placing = usePlacing(drafting, view, field);
	const text = shownText(state);
	const rule = lengthRule(state.comment?.thread.platform ?? 'generic');
	const isStale = text !== state.checkedText;
	const select = (start: number, end: number) => {
		if (isStale) return;
		field.current?.focus();
		field.current?.setSelectionRange(start, end);
	};
	const version = shownVersion(state);
	const share = version?.suggested ? Math.round(humanShare(version.suggested, text) * 100) : undefined;
	return (
		<>
			{state.comment && (
				<CommentCard comment={state.comment} onCorrect={(correction) => drafting.correct(correction)} />
			)}
			{state.triage && (
				<TriageLine
					triage={state.triage}
					overruled={overruled}
					onOverrule={(action) => drafting.overrule(action)}
				/>
			)}
			<Tones
				tones={tones}
				chosen={state.tone}
				triage={state.triage}
				onChoose={(tone) => drafting.chooseTone(tone)}
			/>
			<DraftBox
				state={state}
				length={{used: rule.count(text), limit: rule.limit}}
				field={field}
				onEdit={(edited) => drafting.edit(edited)}
				onShow={(index) => drafting.showVersion(index)}
				onAgain={() => drafting.again()}
				onShorter={() => drafting.shorter()}
				onStop={() => drafting.stop()}
			>
				<EvidenceStrip evidence={state.evidence} isStale={isStale} onShow={select} />
			</DraftBox>
			{server.kind === 'ready' && state.trouble?.message && (
				<p class="notice" role="alert">
					{state.trouble.message}
				</p>
			)}
			<Findings
				findings={state.findings}
				text={state.checkedText}
				isStale={isStale}
				onShow={select}
				onApply={(finding, replacement) => {
					select(finding.start, finding.end);
					// Through the field, so that Ctrl+Z takes it back.
					const command = replacement ? 'insertText' : 'delete';
					if (!document.execCommand(command, false, replacement)) drafting.apply(finding, replacement);
				}}
			/>
			<Note
				note={state.note}
				isBusy={state.phase !== 'idle'}
				onChange={(note) => drafting.changeNote(note)}
				onSay={() => void drafting.ask()}
			/>
			<ActionBar
				outcome={placing.outcome}
				canInsert={place !== undefined}
				hasText={text.trim() !== ''}
				onInsert={(how) => void placing.insert(how)}
				onCopy={() => void placing.copy('')}
				onUndo={() => void placing.undo()}
				onCancel={placing.cancel}
			/>
			{placing.outcome.kind === 'failed' && place && (
				<ReportButton onReport={() => reportPage(place.tabId)} />
			)}
			<p class="share">{share ? `You wrote ${share}% of this. ` : ''}You post it; Candor never does.</p>
		</>
	);
}

/** Says once that a draft is there; a screen reader would else hear every word arrive. */
function Announcement({view: {state}}: Pick<WorkProps, 'view'>) {
	const [said, setSaid] = useState('');
	const wasBusy = useRef(false);
	const isBusy = state.phase !== 'idle';
	useEffect(() => {
		if (wasBusy.current && !isBusy && !state.trouble) {
			const found = state.findings.length;
			setSaid(`Draft ready.${found > 0 ? ` ${found} ${found === 1 ? 'finding' : 'findings'}.` : ''}`);
		}
		if (isBusy) setSaid('');
		wasBusy.current = isBusy;
	}, [isBusy, state.trouble, state.findings.length]);
	return (
		<p class="unseen" role="status">
			{said}
		</p>
	);
}

/** Alt+N goes to "Say this". */
function useNoteKey(): void {
	useEffect(() => {
		const hear = (event: KeyboardEvent) => {
			if (!event.altKey || event.code !== 'KeyN') return;
			event.preventDefault();
			document.querySelector<HTMLInputElement>('#note')?.focus();
		};
		document.addEventListener('keydown', hear);
		return () => document.removeEventListener('keydown', hear);
	}, []);
}
