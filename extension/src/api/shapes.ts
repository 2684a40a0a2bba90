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
/** How the server is. */
export type Health = Schemas['Health'];
/** An API error (RFC 9457). */
export type Problem = Schemas['Problem'];
