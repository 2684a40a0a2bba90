/** Mozilla's linter over what goes to the stores: no error, no warning but those explained here, no path of this machine. */
import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** Each warning that stands, by the start of its message, and why. */
const explained: Record<string, string> = {
	'Unsafe assignment to': 'Preact can set it; no component of ours asks it to, and a test forbids the word.',
	'Unsupported "/background/service_worker" manifest property is ignored by Firefox': 'It is Chrome’s.',
	'/permissions: Invalid permissions "sidePanel"': 'Chrome’s own permission, in the build for Chrome alone.',
};

type Finding = {code: string; message: string; file?: string};
type Report = {errors: Finding[]; warnings: Finding[]};

function lint(folder: string): Report {
	const command = ['web-ext', 'lint', '--output', 'json', '--source-dir', join(import.meta.dirname, folder)];
	try {
		return JSON.parse(execFileSync('npx', ['--no-install', ...command], {encoding: 'utf8'}));
	} catch (error) {
		// It ends so where it has errors to tell.
		if (error instanceof Error && 'stdout' in error && error.stdout) return JSON.parse(String(error.stdout));
		throw error;
	}
}

/** The files that name a folder of the machine they were built on, as a build for development does. */
function namingThisMachine(folder: string): string[] {
	const files = readdirSync(join(import.meta.dirname, folder), {recursive: true, withFileTypes: true});
	return files
		.filter((file) => file.isFile())
		.map((file) => join(file.parentPath, file.name))
		.filter((path) => readFileSync(path).includes(import.meta.dirname));
}

for (const browser of ['chrome', 'firefox']) {
	const {errors, warnings} = lint(`.output/${browser}-mv3-store`);
	const why = ({message}: Finding) =>
		Object.entries(explained).find(([start]) => message.startsWith(start))?.[1];
	process.stdout.write(`${browser}: ${errors.length} errors, ${warnings.length} warnings\n`);
	for (const warning of warnings) process.stdout.write(`  ${warning.message} ${why(warning) ?? ''}\n`);
	const unexplained = [...errors, ...warnings.filter((warning) => !why(warning))];
	for (const {message, file} of unexplained) process.stderr.write(`candor: ${file ?? ''} ${message}\n`);
	const naming = namingThisMachine(`.output/${browser}-mv3-store`);
	for (const path of naming) process.stderr.write(`candor: ${path} names this machine's folders\n`);
	if (unexplained.length > 0 || naming.length > 0) process.exitCode = 1;
}
