/** Read the events of a stream: yields [name, payload] as they arrive, whatever way the chunks fall. */
export async function* readEvents(body) {
	const reader = body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = '';
	try {
		for (;;) {
			const {done, value} = await reader.read();
			if (done) return;
			rest += value.replaceAll('\r', '');
			const blocks = rest.split('\n\n');
			rest = blocks.pop();
			for (const block of blocks) {
				const name = /^event: (.*)$/m.exec(block)?.[1];
				const data = /^data: (.*)$/m.exec(block)?.[1];
				if (name && data) yield [name, JSON.parse(data)];
			}
		}
	} finally {
		await reader.cancel();
	}
}
