/** The settings page's list of sites: where the button stands beside comments. */
import {useState} from 'preact/hooks';
import type {Settings} from '../../settings';
import {allowSite, leaveSite} from '../../site-leave';
import {knownSites, type Site, siteOf, storedSite} from '../../sites';

export function SitesSection({settings, onChange}: {settings: Settings; onChange: () => Promise<void>}) {
	const [problem, setProblem] = useState('');
	const own = settings.sites.map(storedSite).filter(({isKnown}) => !isKnown);
	const allow = async (site: Site) => {
		const isAllowed = await allowSite(site);
		setProblem(isAllowed ? '' : `Without your browser’s leave there is no button on ${site.host}.`);
		await onChange();
	};
	const leave = async (site: Site) => {
		setProblem('');
		await leaveSite(site);
		await onChange();
	};
	return (
		<section class="card stack" aria-labelledby="sites">
			<h2 id="sites">Sites</h2>
			<p class="soft">
				Where the button stands beside comments. Your browser asks for each site once; Candor reads a comment
				when you press its button, and sends it to your own server alone.
			</p>
			<div class="sites">
				{[...knownSites, ...own].map((site) => (
					<label key={site.pattern} class="check">
						<input
							type="checkbox"
							checked={settings.sites.includes(site.pattern)}
							onChange={(event) => {
								const {checked} = event.currentTarget;
								event.currentTarget.checked = !checked; // until it is so
								void (checked ? allow(site) : leave(site));
							}}
						/>
						{site.host}
					</label>
				))}
			</div>
			<AnotherSite onAdd={allow} onProblem={setProblem} />
			<p class="bad" role="alert">
				{problem}
			</p>
			<p class="soft">
				On any other page select a comment’s words and press <kbd>Alt Shift S</kbd>. Candor reads nothing
				there before.
			</p>
		</section>
	);
}

/** A forum, a Mastodon server, a page of one's own: any address may be added. */
function AnotherSite({
	onAdd,
	onProblem,
}: {
	onAdd: (site: Site) => Promise<void>;
	onProblem: (problem: string) => void;
}) {
	const [typed, setTyped] = useState('');
	const add = async () => {
		const address = /^https?:\/\//i.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
		const site = URL.canParse(address) ? siteOf(address) : undefined;
		if (!site) return onProblem('Write it like forum.example.org.');
		await onAdd(site);
		setTyped('');
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				void add();
			}}
		>
			<label for="another">Another site</label>
			<div class="row">
				<input
					id="another"
					value={typed}
					spellcheck={false}
					placeholder="forum.example.org"
					onInput={(event) => setTyped(event.currentTarget.value)}
				/>
				<button type="submit" disabled={!typed.trim()}>
					Add
				</button>
			</div>
		</form>
	);
}
