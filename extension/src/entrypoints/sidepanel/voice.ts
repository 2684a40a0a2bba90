/** The brand voice that drafts are written in: which checks it wants. */
import * as api from '../../api/client';
import type {Drafting} from './drafting';

/** Switch a check on or off for the brand voice, for everybody who writes in it; the text is looked at anew. */
export async function switchCheck(drafting: Drafting, check: string, isOn: boolean): Promise<void> {
	const {voice} = drafting.view;
	if (!voice) return;
	const changed = await drafting.attempt((server) => api.switchCheck(server, voice.id, check, isOn));
	if (!changed) return;
	drafting.set({checkOff: isOn ? undefined : check});
	drafting.lookAgain();
}
