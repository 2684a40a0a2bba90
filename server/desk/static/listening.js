/** Listening: what stands on the page, as a file to pass on. */
import {problem, send, spoken} from './sending.js';

async function save(button) {
	const asked = new URLSearchParams([...new URLSearchParams(location.search)].filter(([, said]) => said));
	asked.set('format', button.dataset.export);
	asked.set('names', String(document.getElementById('names').checked));
	const answer = await send(`/v1/listening/export?${asked}`, 'GET');
	if (!answer) return problem.scrollIntoView({block: 'center'});
	const address = URL.createObjectURL(await answer.blob());
	Object.assign(document.createElement('a'), {href: address, download: button.dataset.file}).click();
	URL.revokeObjectURL(address);
	spoken.textContent = `Saved as ${button.dataset.file}.`;
}

for (const button of document.querySelectorAll('[data-export]'))
	button.addEventListener('click', () => save(button));
