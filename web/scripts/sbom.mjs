// Writes of what the program and its page are made, as CycloneDX 1.5: the packages of the lock file, and those of the system, which stand on
// standard input, one "NAME VERSION ARCHITECTURE" a line. The same packages give the same bytes.
// usage: node sbom.mjs LOCKFILE DISTRIBUTION FILE <LIST
import { readFileSync, writeFileSync } from 'node:fs';

const [lockFile, distribution, file] = process.argv.slice(2);
if (lockFile === undefined || distribution === undefined || file === undefined)
  throw new Error('usage: node sbom.mjs LOCKFILE DISTRIBUTION FILE <LIST');

const hashOf = (integrity) => ({
  alg: 'SHA-512',
  content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex'),
});

// What is built with, and is no part of the page, is told by its scope.
const ofThePage = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
  .filter(([path]) => path !== '')
  .map(([path, { name = path.replace(/^.*node_modules\//, ''), version, integrity, license, dev, devOptional }]) => ({
    type: 'library',
    name,
    version,
    scope: dev || devOptional ? 'excluded' : 'required',
    ...(integrity?.startsWith('sha512-') && { hashes: [hashOf(integrity)] }),
    ...(license && { licenses: [{ expression: license }] }),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  }));

const ofTheSystem = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [name, version, architecture] = line.split(' ');
    const purl = `pkg:deb/${distribution}/${name}@${encodeURIComponent(version)}?arch=${architecture}`;
    return { type: 'library', name, version, scope: 'required', purl };
  });

// One package may lie in several folders.
const components = [...new Map([...ofTheSystem, ...ofThePage].map((one) => [one.purl, one])).values()]
  .map((one) => ({ 'bom-ref': one.purl, ...one }))
  .sort((a, b) => (a.purl < b.purl ? -1 : 1));
const metadata = { component: { 'bom-ref': 'ccop', type: 'application', name: 'ccop' } };
writeFileSync(
  file,
  `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata, components }, null, 1)}\n`,
);
