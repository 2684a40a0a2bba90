/** Promises that were found in posted replies wait in `storage.local` until the person has said of each what it is. */
import {browser} from 'wxt/browser';
import type {FoundPromise} from './api/shapes';
import type {PageComment} from './thread';

/** A promise to be kept, corrected or dropped; to whom it was made, and where. */
export type Offer = {
	promise: FoundPromise;
	/** '' where the person wrote the reply without a suggestion. */
	suggestionId: string;
	commentKey: string;
	platform: PageComment['thread']['platform'];
	author: string;
	url: string;
	timeZone: string;
};

const key = 'promise-offers';
const mostOffers = 20;

/** The promises that wait. */
export async function readOffers(): Promise<Offer[]> {
	const stored = await browser.storage.local.get(key);
	return (stored[key] as Offer[] | undefined) ?? [];
}

/** Keep the promises that wait; beyond the most there may be, the oldest go. */
export async function storeOffers(offers: Offer[]): Promise<void> {
	await browser.storage.local.set({[key]: offers.slice(-mostOffers)});
}
