/** Starts the settings page. */
import {render} from 'preact';
import {readSettings} from '../../settings';
import {Options} from './options';

const root = document.querySelector('#options');
if (!root) throw new Error('options/index.html has no #options.');
render(<Options initial={await readSettings()} />, root);
