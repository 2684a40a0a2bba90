/** `make new-platform NAME=corner-shop`: the files of a new platform, which work on their own saved page at once. */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

/** Make the skeleton of a platform in a copy of this project. Throws where the name is none or is taken. */
export function newPlatform(root: string, name: string): void {
	if (!/^[a-z]+(-[a-z]+)*$/.test(name))
		throw new Error('Give a name in lower case with hyphens: make new-platform NAME=corner-shop');
	const words = {
		file: name,
		variable: name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
		id: name.replaceAll('-', '_'),
		spoken: name.replaceAll('-', ' '),
		title: name.replace(
			/(^|-)(.)/g,
			(_, dash: string, letter: string) => `${dash && ' '}${letter.toUpperCase()}`,
		),
		today: new Date().toISOString().slice(0, 10),
	};
	create(join(root, 'extension/src/platforms', `${name}.ts`), platformFile(words));
	mkdirSync(join(root, 'tests/pages', name), {recursive: true});
	create(join(root, 'tests/pages', name, 'thread.html'), savedPage(words));
	create(join(root, 'tests/pages', name, 'thread.json'), expectation(words));
	for (const [path, before, added] of registrations(words)) insert(join(root, path), before, added);
}

type Words = {file: string; variable: string; id: string; spoken: string; title: string; today: string};

/** Where a platform is registered: the file, the line that the new one goes before, and the new one. */
function registrations({file, variable, id, title}: Words): [string, string, string][] {
	return [
		[
			'extension/src/platforms/of-page.ts',
			'\n/** First the sites',
			`import {${variable}} from './${file}';\n`,
		],
		['extension/src/platforms/of-page.ts', '\t...[mastodon', `\t${variable},\n`],
		['extension/src/ui/comment-card.tsx', "\tdiscord: 'Discord',\n", `\t${id}: '${title}',\n`],
		[
			'extension/src/platforms/hosts.ts',
			'};\n\n/** The sites whose',
			`\t${variable}: ['https://www.${file}.example/*'],\n`,
		],
		['server/schemas/base.py', ']  # fmt: skip\nIntent', `    "${id}",\n`],
		['server/platform_names.py', '    "reviews": "A review",\n', `    "${id}": "${title}",\n`],
	];
}

function create(path: string, text: string): void {
	writeFileSync(path, text, {flag: 'wx'}); // throws where the file is there already
}

function insert(path: string, before: string, added: string): void {
	const text = readFileSync(path, 'utf8');
	if (!text.includes(before)) throw new Error(`${path} has no ${JSON.stringify(before)} to insert before.`);
	writeFileSync(
		path,
		text.replace(before, () => added + before),
	);
}

const platformFile = ({file, variable, id, spoken, title, today}: Words) => `/** ${title}. */
import {findAll, readAddress, readLine, readText, readTime} from './dom';
import {hosts} from './hosts';
import {ownPart, parentsOf} from './nesting';
import {hasWords, type Platform, type Selectors, toPageComment} from './platform';
import {openReplyBox} from './reply-box';

const checked = '${today}';
const from = 'say where the fact is from';

const selectors = {
	comment: {css: '.comment', checked, from},
	text: {css: '.comment-text', checked, from},
	author: {css: '.comment-author', checked, from},
	time: {css: '.comment-time', checked, from},
	permalink: {css: 'a.comment-link', checked, from},
	toolbar: {css: '.comment-actions', checked, from},
	title: {css: 'h1', checked, from},
	openReply: {css: '.comment-actions .reply', checked, from},
	box: {css: '.reply-form textarea', checked, from},
} satisfies Selectors;

export const ${variable}: Platform = {
	name: '${id}',
	hosts: hosts.${variable},
	matches: (url) => url.hostname === 'www.${file}.example',
	sendKey: 'button',
	mention: 'none',
	selectors,
	commentCss: selectors.comment.css,
	findToolbar: (comment) => part(comment, selectors.toolbar.css),
	readAuthor,
	readThread(comment) {
		if (!hasWords('${spoken}', comment, readAuthor(comment), readBody(comment))) return undefined;
		const page = comment.ownerDocument;
		const turns = [...parentsOf(comment, selectors.comment.css), comment];
		return toPageComment({
			platform: '${id}',
			url: readAddress(part(comment, selectors.permalink.css)) || page.location.href,
			post: readLine(page.querySelector(selectors.title.css)),
			comments: turns.map(readComment),
			others: findAll(page, selectors.comment.css)
				.filter((other) => !turns.includes(other))
				.map(readBody),
			when: readLine(part(comment, selectors.time.css)),
		});
	},
	findReplyBox: (comment) =>
		openReplyBox(
			'${spoken}',
			() => part(comment, selectors.box.css),
			() => part(comment, selectors.openReply.css),
		),
};

function part(comment: HTMLElement, css: string): HTMLElement | undefined {
	return ownPart(comment, css, selectors.comment.css);
}

function readAuthor(comment: HTMLElement): string {
	return readLine(part(comment, selectors.author.css));
}

function readBody(comment: HTMLElement): string {
	return readText(part(comment, selectors.text.css));
}

function readComment(comment: HTMLElement) {
	return {
		id: comment.id,
		author: readAuthor(comment),
		text: readBody(comment),
		is_own: false,
		posted_at: readTime(part(comment, selectors.time.css)),
	};
}
`;

const savedPage = ({title}: Words) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<!-- Built from the documented structure; trimmed; all names and words are invented. -->
<h1>Nine kohlrabi</h1>
<div class="comment" id="c1">
<b class="comment-author">Ruth Pell</b> <a class="comment-link" href="#c1"><time class="comment-time" datetime="2026-11-18T07:30:00Z">3 days ago</time></a>
<div class="comment-text"><p>You could pickle them.</p></div>
<div class="comment-actions"><button type="button" class="reply">Reply</button></div>
<form class="reply-form"><textarea></textarea></form>
</div>
</body>
</html>
`;

const expectation = ({file, id}: Words) => {
	const url = `https://www.${file}.example/nine`;
	const comment = {
		id: 'c1',
		author: 'Ruth Pell',
		text: 'You could pickle them.',
		is_own: false,
		posted_at: '2026-11-18T07:30:00.000Z',
	};
	const thread = {platform: id, url: `${url}#c1`, post: 'Nine kohlrabi', comments: [comment], others: []};
	const reading = {key: `${id}:c1`, when: '3 days ago', thread, reply: {box: '#c1 textarea'}};
	return `${JSON.stringify({page: 'thread.html', url, threads: [reading]}, null, '\t')}\n`;
};

if (process.argv[1] === import.meta.filename) {
	try {
		newPlatform(process.cwd(), process.argv[2] ?? '');
	} catch (error) {
		process.stderr.write(`candor: ${error instanceof Error ? error.message : error}\n`);
		process.exitCode = 1;
	}
}
