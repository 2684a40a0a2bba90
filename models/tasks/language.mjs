// Counts what Harper finds in each text: a JSON array of texts in, a JSON array of numbers out.
import {Dialect, LocalLinter} from 'harper.js';
import {binaryInlined} from 'harper.js/binaryInlined';
import {text as readAll} from 'node:stream/consumers';

const linter = new LocalLinter({binary: binaryInlined, dialect: Dialect.British});
const counts = [];
for (const text of JSON.parse(await readAll(process.stdin))) {
	const lints = await linter.lint(text, {language: 'plaintext'});
	counts.push(lints.filter((lint) => lint.lint_kind() !== 'Spelling').length); // names are no mistakes
}
process.stdout.write(JSON.stringify(counts));
