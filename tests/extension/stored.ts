/** In place of wxt/browser: WXT's fake one, with a storage in memory. */
import {fakeBrowser as fake} from 'wxt/testing/fake-browser';

export const fakeBrowser = fake;
/** The name under which the extension imports it. */
export const browser = fake;
