/** Short names for the generated shapes of the API. */
import type {components} from './schema';

type Schemas = components['schemas'];

/** The comments that lead to the one to answer, oldest first; the last one is answered. */
export type Thread = Schemas['Thread'];
/** One comment as it stands on the page. */
export type Comment = Schemas['Comment'];
/** What a suggestion is asked for. */
export type SuggestionRequest = Schemas['SuggestionRequest'];
/** A draft with what it rests on and what was found in it. */
export type Suggestion = Schemas['Suggestion'];
/** Another draft for the same comment. */
export type Alternative = Schemas['Alternative'];
/** What kind of comment this is and what to do. */
export type Triage = Schemas['Triage'];
/** What one sentence rests on. */
export type Evidence = Schemas['Evidence'];
/** One fault found by a check. */
export type Finding = Schemas['Finding'];
/** One of the four lights on a reply to a complaint. */
export type Light = Schemas['Light'];
/** Whether the comment opens the door to an offer, and what in the text sells. */
export type Door = Schemas['Door'];
/** Somebody else who drafts a reply to the comment, or has answered it. */
export type Teammate = Schemas['Teammate'];
/** What is known of a comment's author. */
export type Person = Schemas['Person'];
/** A note for the colleagues that a comment is passed on to. */
export type HandOffOffer = Schemas['HandOffOffer'];
/** A comment to pass on. */
export type HandOffInput = Schemas['HandOffInput'];
/** A commitment found in a posted text. */
export type FoundPromise = Schemas['FoundPromise'];
/** A promise to keep. */
export type PromiseInput = Schemas['PromiseInput'];
/** A fact that the brand stands by, as a person writes it down. */
export type SnippetInput = Schemas['SnippetInput'];
/** A fact that the brand stands by. */
export type Snippet = Schemas['Snippet'];
/** A snippet that a draft may rest on. */
export type OfferedSnippet = Schemas['OfferedSnippet'];
/** A text to look at, and what it may rest on. */
export type ChecksRequest = Schemas['ChecksRequest'];
/** What was found in a text. */
export type ChecksAnswer = Schemas['ChecksAnswer'];
/** A tone preset. */
export type Tone = Schemas['Tone'];
/** How a brand speaks. */
export type BrandVoice = Schemas['BrandVoice'];
/** What became of a suggestion, with the text that the person used. */
export type Feedback = Schemas['Feedback'];
/** What the server made of a text that was used. */
export type FeedbackAnswer = Schemas['FeedbackAnswer'];
/** How the server is. */
export type Health = Schemas['Health'];
/** An API error (RFC 9457). */
export type Problem = Schemas['Problem'];
