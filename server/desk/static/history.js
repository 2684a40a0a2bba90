/** The history: a draft is forgotten with a second press. */
import {pressTwice, send, spoken} from './sending.js';

for (const button of document.querySelectorAll('[data-forget]')) {
	pressTwice(button, async () => {
		if (!(await send(button.dataset.forget, 'DELETE'))) return;
		const entry = button.closest('li');
		const line = document.createElement('p');
		line.className = 'settled';
		line.tabIndex = -1;
		line.append(`Forgotten: ${entry.dataset.entry}`);
		entry.replaceChildren(line);
		line.focus();
		spoken.textContent = 'Forgotten.';
	});
}
