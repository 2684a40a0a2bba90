/** Listening: what stands on the page, as a file to pass on. */
import {saveAs} from './sending.js';

const failed = document.getElementById('not-saved');

for (const button of document.querySelectorAll('[data-export]')) {
	button.addEventListener('click', () => {
		const said = [...new URLSearchParams(location.search)].filter(([, value]) => value);
		const asked = new URLSearchParams(said);
		asked.set('format', button.dataset.export);
		asked.set('names', String(document.getElementById('names').checked));
		return saveAs(`/v1/listening/export?${asked}`, button.dataset.file, failed);
	});
}
