/** Starts the panel: the store, what it listens to, and the first look at the server. */
import {render} from 'preact';
import {browser} from 'wxt/browser';
import {readDraft, readLastDraft} from '../../drafts';
import {type Asked, askedKey} from '../../messages';
import {onSettingsChanged, readSettings} from '../../settings';
import {Drafting} from './drafting';
import {recallOffers, tellLate} from './ledger';
import {Panel} from './panel';

const root = document.querySelector('#panel');
if (!root) throw new Error('sidepanel/index.html has no #panel.');

const drafting = new Drafting(await readSettings());
const {id: windowId} = await browser.windows.getCurrent();

render(<Panel drafting={drafting} />, root);
onSettingsChanged((settings) => drafting.useSettings(settings));
window.addEventListener('pagehide', () => drafting.keepNow());
browser.storage.session.onChanged.addListener((changes) => {
	const asked = changes[askedKey(windowId)]?.newValue as Asked | undefined;
	if (asked) void open(asked);
});

const stored = await browser.storage.session.get(askedKey(windowId));
const asked = stored[askedKey(windowId)] as Asked | undefined;
if (asked) await open(asked);
else await goOn();
await recallOffers(drafting);
let wasReady = false;
drafting.listen(({server: {kind}}) => {
	if (kind === 'ready' && !wasReady) void tellLate(drafting);
	wasReady = kind === 'ready';
});
await drafting.lookAtServer();

async function open(request: Asked): Promise<void> {
	const place =
		request.tabId === undefined ? undefined : {tabId: request.tabId, frameId: request.frameId ?? 0};
	drafting.open(request.comment, place, await readDraft(request.comment.key));
}

/** After the browser's or the panel's death: the last draft is there again. */
async function goOn(): Promise<void> {
	const last = await readLastDraft();
	if (last) drafting.open(last.comment, undefined, last);
}
