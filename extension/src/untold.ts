/** What became of a reply waits in `storage.local` while the server is away, until it can be told. */
import {browser} from 'wxt/browser';
import type {Feedback} from './api/shapes';
import type {Offer} from './offers';

/** What became of which suggestion, for whom and where; a promise in it is offered with the same. */
export type News = Omit<Offer, 'promise'> & {outcome: Feedback['outcome']; text: string; at: string};

const key = 'untold';
const mostNews = 50;

/** What waits to be told, the oldest first. */
export async function readUntold(): Promise<News[]> {
	const stored = await browser.storage.local.get(key);
	return (stored[key] as News[] | undefined) ?? [];
}

/** Let something wait; only the newest of one comment's reply counts. */
export async function addUntold(news: News): Promise<void> {
	await store([...(await othersThan(news)), news]);
}

/** It was told, and waits no more. */
export async function dropUntold(news: News): Promise<void> {
	await store(await othersThan(news));
}

async function othersThan(news: News): Promise<News[]> {
	return (await readUntold()).filter(
		({commentKey, suggestionId}) => commentKey !== news.commentKey || suggestionId !== news.suggestionId,
	);
}

async function store(waiting: News[]): Promise<void> {
	await browser.storage.local.set({[key]: waiting.slice(-mostNews)});
}
