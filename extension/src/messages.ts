/** Every message between the parts of the extension, as one type. */
import type {Insertion, Placing} from './editors/insert';
import type {PageFacts} from './page-report';
import type {SendKey} from './platforms/platform';
import type {PageComment} from './thread';
import type {ThreadChange} from './thread-change';

/** What is said, by the name of the message: what goes with it, and what comes back. */
type Talk = {
	/** content → background: the person clicked the button beside a comment. */
	suggest: {sent: {comment: PageComment}; answer: {isPanelOpen: boolean}};
	/** content → background: whether the button stands on this page's site. */
	isOn: {sent: object; answer: {isOn: boolean}};
	/** background → content: a site was allowed or taken back; ask again. */
	sitesChanged: {sent: object; answer: undefined};
	/** background, panel → content: read the words that are selected in this frame. */
	readSelection: {
		sent: object;
		/** The host of the frame the person is in, where it is another site's. */
		answer: {comment: PageComment | undefined; isInFocus: boolean; foreignHost: string};
	};
	/** panel → content: did the comment's thread move on? Once the change is taken, it counts as known. */
	threadChange: {sent: {key: string; isTaken: boolean}; answer: ThreadChange};
	/** panel → content: count what the selectors match in this frame. */
	survey: {sent: object; answer: PageFacts};
	/**
	 * panel → content: put the draft into the reply box; the answer tells what would post it there. `where`: in the
	 * comment's own box, but ask first when the person was in a frame; in this frame in any case; or in this frame where
	 * the person was last, if it was here.
	 */
	insert: {
		sent: {key: string; text: string; placing: Placing; where: 'box' | 'here' | 'focused'};
		answer: Insertion & {sendKey: SendKey};
	};
	/** panel → content: take the last insertion of this comment back. */
	undoInsert: {sent: {key: string}; answer: {isUndone: boolean}};
};

/** The name of a message. */
export type MessageName = keyof Talk;

/** One message. */
export type Message = {[Name in MessageName]: {name: Name} & Talk[Name]['sent']}[MessageName];

/** What comes back for a message. */
export type Answer<Name extends MessageName> = Talk[Name]['answer'];

/** The message of one name. */
export type MessageOf<Name extends MessageName> = Extract<Message, {name: Name}>;

/** What the panel keeps in `storage.session` about the comment asked for in a window. */
export type Asked = {
	comment: PageComment;
	/** Where to insert; none when the words came by hand. */
	tabId?: number;
	frameId?: number;
	at: number;
};

/** The key in `storage.session` of the comment asked for in a window. */
export const askedKey = (windowId: number | undefined) => `asked:${windowId ?? 0}`;

/** What the panel hears in `storage.session` when the person called Candor on a page of its window. */
export type Called = {
	/** Why nothing could be read there; '' when nothing was amiss. */
	problem: string;
	at: number;
};

/** The key in `storage.session` of the last call in a window. */
export const calledKey = (windowId: number | undefined) => `called:${windowId ?? 0}`;

/** Whether something that arrived is one of our messages. */
export function isMessage(value: unknown): value is Message {
	return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}
