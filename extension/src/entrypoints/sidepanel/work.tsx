/** One comment in work: the parts of the panel that are about it. */
import {useEffect, useRef, useState} from 'preact/hooks';
import {type Begun, newFact} from '../../begun';
import {
	type DraftState,
	findingsIn,
	handOffOf,
	isOwn,
	type Looked,
	shownText,
	shownVersion,
} from '../../draft-state';
import {lengthRule} from '../../platforms/length';
import {ActionBar} from '../../ui/action-bar';
import {AddFact} from '../../ui/add-fact';
import {CommentCard} from '../../ui/comment-card';
import {Disclosure} from '../../ui/disclosure';
import {DoorLine} from '../../ui/door-line';
import {DraftBox} from '../../ui/draft-box';
import type {FieldMark} from '../../ui/draft-field';
import {bySentence, EvidenceStrip, worthALook} from '../../ui/evidence-strip';
import {Facts} from '../../ui/facts';
import {CheckOff, Findings} from '../../ui/findings';
import {HandOff} from '../../ui/hand-off';
import {Note} from '../../ui/note';
import {Owning} from '../../ui/owning';
import {PersonLine} from '../../ui/person-line';
import {ReportButton} from '../../ui/report-button';
import {Share} from '../../ui/share';
import {Teammates} from '../../ui/teammates';
import {ThreadNotice} from '../../ui/thread-notice';
import {Tones} from '../../ui/tones';
import {TriageLine} from '../../ui/triage-line';
import type {Drafting} from './drafting';
import * as facts from './facts';
import * as ledger from './ledger';
import {usePlacing} from './page';
import {reportPage} from './report';
import {useThreadChange} from './thread-change';
import {switchCheck} from './voice';
import {useWriting} from './writing';

type Props = {drafting: Drafting; view: Drafting['view']};

export function Work({drafting, view}: Props) {
	const {state, server, tones, place} = view;
	const {comment, triage, beside, looked, begun} = state;
	const field = useRef<HTMLTextAreaElement | null>(null);
	const placing = usePlacing(drafting, view, field);
	const thread = useThreadChange(drafting, place, comment?.key ?? '');
	const {select, replace} = useWriting(drafting, field);
	const [hovered, setHovered] = useState<number>();
	const [chosen, setChosen] = useState<number>();
	useFreshLook(drafting);
	if (!comment) return null;
	const text = shownText(state);
	const handOff = handOffOf(state);
	const rule = lengthRule(comment.thread.platform);
	const isStale = text !== state.checkedText;
	const sentences = bySentence(looked.evidence);
	const isAt = (start: number | undefined) => sentences.find((sentence) => sentence.start === start);
	const aimed = isAt(hovered) ?? isAt(chosen);
	const pointed = aimed ?? worthALook(sentences);
	const grounds = aimed?.pieces ?? [];
	const begin = (forms: Begun) => drafting.change((now) => ({...now, begun: {...now.begun, ...forms}}));
	const addGround = () => begin({ground: begun.ground ?? newFact});
	return (
		<>
			<CommentCard
				comment={comment}
				grounds={grounds}
				correction={begun.correction}
				onCorrecting={(correction) => begin({correction})}
				onCorrect={(correction) => drafting.correct(correction)}
			>
				{beside.person && (
					<PersonLine
						person={beside.person}
						onFinish={(promiseId) => void ledger.finishPromise(drafting, promiseId)}
					/>
				)}
				<Teammates teammates={state.teammates} />
			</CommentCard>
			<ThreadNotice change={thread.change} onDraftAnew={() => void thread.draftAnew()} />
			{triage && (
				<TriageLine triage={triage} onOverrule={(action) => void ledger.overrule(drafting, action)} />
			)}
			{handOff && (
				<HandOff
					handOff={handOff}
					isHandedOver={view.isHandedOver}
					deskUrl={drafting.settings.serverUrl}
					onTeam={(team) => void drafting.overrule('hand_over', team)}
					onChange={(note) => drafting.changeHandOff(note)}
					onHandOver={() => void ledger.handOver(drafting)}
				/>
			)}
			<Tones
				tones={tones}
				chosen={state.tone}
				triage={triage}
				voiceName={view.hasOtherVoices ? view.voice?.name : undefined}
				onChoose={(tone) => drafting.chooseTone(tone)}
			/>
			<DraftBox
				state={state}
				length={{used: rule.count(text), limit: rule.limit}}
				field={field}
				marks={isStale ? [] : marksOf(state, aimed)}
				onEdit={(edited) => drafting.edit(edited)}
				onShow={(index) => drafting.showVersion(index)}
				onAgain={() => drafting.again()}
				onShorter={() => drafting.shorter()}
				onStop={() => drafting.stop()}
				onDraftAnyway={() => void drafting.overrule('reply')}
			>
				<EvidenceStrip
					sentences={sentences}
					pointed={pointed}
					isStale={isStale}
					onPoint={setHovered}
					onChoose={({start, end}) => {
						setChosen(start);
						select(start, end);
					}}
					onAddFact={addGround}
				/>
				{looked.door && text.trim() && (
					<DoorLine
						door={looked.door}
						sales={salesBeside(looked)}
						isStale={isStale}
						onShow={select}
						onRemove={(start, end) => replace(start, end, '')}
					/>
				)}
				{beside.disclosure && (
					<Disclosure text={text} line={beside.disclosure} onChange={(changed) => drafting.edit(changed)} />
				)}
			</DraftBox>
			{state.trouble?.message && state.trouble.kind !== server.kind && (server.kind === 'ready' || text) && (
				<p class="notice" role="alert">
					{state.trouble.message}
				</p>
			)}
			<Owning
				lights={looked.owning}
				isStale={isStale}
				onTake={({start, end, offer}) => replace(start, end, offer)}
			/>
			<Findings
				findings={findingsIn(state)}
				text={state.checkedText}
				isStale={isStale}
				onShow={select}
				onApply={(finding, replacement) => replace(finding.start, finding.end, replacement)}
				onAddFact={addGround}
				voiceName={view.voice?.name}
				onSwitchOff={(check) => void switchCheck(drafting, check, false)}
			/>
			{view.checkOff && (
				<CheckOff
					key={view.checkOff}
					check={view.checkOff}
					voiceName={view.voice?.name ?? ''}
					onUndo={(check) => void switchCheck(drafting, check, true)}
				/>
			)}
			{begun.ground && (
				<AddFact
					form={begun.ground}
					onChange={(ground) => begin({ground})}
					onUse={(fact) => facts.addFact(drafting, fact, 'text')}
					onKeep={(fact, source) => facts.keepFact(drafting, fact, source, 'text')}
					onClose={() => {
						begin({ground: undefined});
						field.current?.focus();
					}}
				/>
			)}
			<Facts
				choice={state.facts}
				fitting={beside.snippets}
				isOwnText={isOwn(state)}
				written={begun.fact}
				onWrite={(fact) => begin({fact})}
				onFind={(words, signal) => facts.findSnippets(drafting, words, signal)}
				onPutIn={(snippet) => facts.putIn(drafting, snippet)}
				onLeaveOut={(snippet) => facts.leaveOut(drafting, snippet)}
				onDrop={(fact) => facts.dropFact(drafting, fact)}
				onUse={(fact) => facts.addFact(drafting, fact, 'draft')}
				onKeep={(fact, source, isNew) => facts.keepFact(drafting, fact, source, isNew ? 'draft' : 'text')}
			/>
			<Note
				note={state.note}
				isBusy={state.phase !== 'idle'}
				isGround={grounds.some(({kind}) => kind === 'note')}
				onChange={(note) => drafting.changeNote(note)}
				onSay={() => void drafting.ask()}
			/>
			<ActionBar
				outcome={placing.outcome}
				canInsert={place !== undefined}
				hasText={text.trim() !== ''}
				onInsert={(how) => {
					void thread.look();
					void placing.insert(how);
				}}
				onCopy={() => void placing.copy('')}
				onUndo={() => void placing.undo()}
				onTakenBack={() => void placing.isTakenBack()}
				onCancel={placing.cancel}
			/>
			{placing.outcome.kind === 'failed' && place && (
				<ReportButton onReport={() => reportPage(place.tabId)} />
			)}
			<Share suggested={shownVersion(state)?.suggested ?? ''} text={text} untouched={view.untouched} />
		</>
	);
}

/** Whoever comes back to the panel sees what teammates did meanwhile. */
function useFreshLook(drafting: Drafting): void {
	useEffect(() => {
		const look = () => drafting.lookAgain();
		window.addEventListener('focus', look);
		return () => window.removeEventListener('focus', look);
	}, [drafting]);
}

/** The sentences that sell, but those that stand among the findings already. */
function salesBeside({door, findings}: Looked) {
	const isFound = (start: number) => findings.some((one) => one.check === 'hard_sell' && one.start === start);
	return door?.sales.filter(({start}) => !isFound(start)) ?? [];
}

function marksOf(state: DraftState, aimed: {start: number; end: number} | undefined): FieldMark[] {
	const found = findingsIn(state).map(({start, end, severity}): FieldMark => ({start, end, look: severity}));
	return aimed ? [...found, {start: aimed.start, end: aimed.end, look: 'pointed'}] : found;
}
