import {expect, test, vi} from 'vitest';
import {readEvents, type StreamEvent} from '../../../extension/src/api/events';

function streamOf(chunks: Uint8Array[], onCancel: () => void = vi.fn()): ReadableStream<Uint8Array> {
	const rest = [...chunks];
	return new ReadableStream({
		pull(controller) {
			const chunk = rest.shift();
			if (chunk) controller.enqueue(chunk);
			else controller.close();
		},
		cancel: onCancel,
	});
}

async function all(stream: ReadableStream<Uint8Array>): Promise<StreamEvent[]> {
	const events: StreamEvent[] = [];
	for await (const event of readEvents(stream)) events.push(event);
	return events;
}

const encode = (text: string) => new TextEncoder().encode(text);
const sent =
	': ping\n\nevent: a.b\ndata: {"text":"Grüße 👋"}\n\n: ping\r\n\r\nevent:c\r\ndata:1\r\ndata: 2\r\n\r\ndata: bare\r\rid: 9\n\n';
const expected = [
	{name: 'a.b', data: '{"text":"Grüße 👋"}'},
	{name: 'c', data: '1\n2'},
	{name: 'message', data: 'bare'},
];

test('events are read with any line ending, pings left out', async () => {
	expect(await all(streamOf([encode(sent)]))).toEqual(expected);
});

test('a stream cut into chunks at every byte gives the same events', async () => {
	const bytes = encode(sent);
	for (let cut = 1; cut < bytes.length; cut++) {
		expect(await all(streamOf([bytes.slice(0, cut), bytes.slice(cut)]))).toEqual(expected);
	}
	expect(await all(streamOf([...bytes].map((byte) => Uint8Array.of(byte))))).toEqual(expected);
});

test('an event that never came whole is dropped', async () => {
	expect(await all(streamOf([encode('data: 1\n\ndata: {"half":')]))).toEqual([{name: 'message', data: '1'}]);
});

test('leaving the loop closes the stream', async () => {
	const onCancel = vi.fn();
	const endless = streamOf(
		Array.from({length: 100}, () => encode('data: 1\n\n')),
		onCancel,
	);
	for await (const event of readEvents(endless)) {
		expect(event.data).toBe('1');
		break;
	}
	expect(onCancel).toHaveBeenCalled();
});
