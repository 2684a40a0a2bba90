/** The side panel: puts the parts together and hands what the person does to the store. */
import {useEffect, useState} from 'preact/hooks';
import {browser} from 'wxt/browser';
import {keepPasted, readPasted} from '../../drafts';
import {wordsAlone} from '../../reader';
import {isOnThisComputer} from '../../settings';
import {allowSite, declineSite, leaveSite} from '../../site-leave';
import {Announcement} from '../../ui/announcement';
import {PromiseOffers} from '../../ui/promise-offers';
import {ReportButton} from '../../ui/report-button';
import {ServerNotice, ServerStatus} from '../../ui/server-state';
import {SiteOffer, SiteSwitch} from '../../ui/site-offer';
import {Start} from '../../ui/start';
import type {Drafting} from './drafting';
import {dropOffer, keepPromise, localDay} from './ledger';
import {askFor, deviceName, readBeside} from './page';
import {type PageSite, useCallProblem, usePageSite} from './page-site';
import {reportPage} from './report';
import {Work} from './work';

export function Panel({drafting}: {drafting: Drafting}) {
	const [view, setView] = useState(drafting.view);
	useEffect(() => drafting.listen(setView), [drafting]);
	const pageSite = usePageSite();
	const callProblem = useCallProblem();
	useKeys();
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
						title="Another comment"
						onClick={() => drafting.close()}
					>
						+
					</button>
				)}
				<button
					type="button"
					class="quiet gear"
					aria-label="Settings"
					title="Settings"
					onClick={() => void browser.runtime.openOptionsPage()}
				>
					⚙
				</button>
			</header>
			<ServerNotice
				server={server}
				deviceName={deviceName()}
				isTeam={!isOnThisComputer(drafting.settings)}
				deskUrl={drafting.settings.serverUrl}
				onPair={(code, name) => drafting.pair(code, name)}
				onRetry={() => void drafting.lookAtServer()}
			/>
			{callProblem && (
				<p class="notice" role="alert">
					{callProblem}
				</p>
			)}
			<Offer pageSite={pageSite} />
			<PromiseOffers
				offers={view.offers}
				commentKey={state.comment?.key ?? ''}
				dayOf={({promise}) => localDay(promise.due)}
				onKeep={(offer, day) => void keepPromise(drafting, offer, day)}
				onDrop={(offer) => void dropOffer(drafting, offer)}
			/>
			{state.comment ? (
				<Work key={state.comment.key} drafting={drafting} view={view} />
			) : (
				<Begin deskUrl={drafting.settings.serverUrl} pageSite={pageSite} />
			)}
			<Announcement key={state.comment?.key} state={state} />
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

function Begin({deskUrl, pageSite}: {deskUrl: string; pageSite: PageSite | undefined}) {
	const [problem, setProblem] = useState('');
	const [pasted, setPasted] = useState('');
	// What is typed before the kept words are there stays.
	useEffect(() => void readPasted().then((kept) => setPasted((typed) => typed || kept)), []);
	const change = (text: string) => {
		setPasted(text);
		void keepPasted(text);
	};
	const openSelected = async () => {
		const {asked, problem: why} = await readBeside();
		setProblem(why);
		if (asked) await askFor(asked.comment, asked.place);
	};
	const openPasted = async () => {
		await askFor(wordsAlone(pasted.trim()));
		await keepPasted('');
	};
	return (
		<Start
			problem={problem}
			pasted={pasted}
			deskUrl={deskUrl}
			onUseSelected={() => void openSelected()}
			onChange={change}
			onPaste={() => void openPasted()}
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

/** Alt+N goes to "Say this", Alt+I inserts. */
function useKeys(): void {
	useEffect(() => {
		const hear = (event: KeyboardEvent) => {
			const css = event.altKey && {KeyN: '#note', KeyI: '#insert'}[event.code];
			if (!css) return;
			event.preventDefault();
			const element = document.querySelector<HTMLElement>(css);
			element?.focus();
			if (element instanceof HTMLButtonElement) element.click();
		};
		document.addEventListener('keydown', hear);
		return () => document.removeEventListener('keydown', hear);
	}, []);
}
