import { describe, expect, it } from 'vitest';

import { decryptCcm, encryptCcm, receive, secretsOf, send } from './channel';
import { powerOfGenerator, written } from './group';
import { newSeed } from './trustee';

const zero = new Uint8Array(32);

describe('AES in CCM mode', () => {
  it("gives what the belenios tool's own test says", () => {
    const plain = 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.';
    const sealed =
      '91f136cd65db6fa83b4943395e388089d4a8d0531b43a24a6498a1433559039ce5a18734752e13418718be1c2da5cca3d89e6e62fb729a81ec1cb3d1174e770c';
    expect(encryptCcm(zero, zero, plain)).toBe(sealed);
    expect(decryptCcm(zero, zero, sealed)).toBe(plain);
    expect(() => decryptCcm(zero, zero, `00${sealed.slice(2)}`)).toThrow('changed');
    expect(() => decryptCcm(zero, zero, '00')).toThrow('cut off');
  });
  it('takes long messages', () => {
    const long = 'x'.repeat(70_000);
    expect(decryptCcm(zero, zero, encryptCcm(zero, zero, long))).toBe(long);
  });
});

describe('a message between trustees', () => {
  const [ada, ben] = [secretsOf(newSeed()), secretsOf(newSeed())];
  const toBen = send(ada.signing, written(powerOfGenerator(ben.decryption)), 'hello');
  it('is read by its recipient alone', () => {
    expect(receive(ben.decryption, powerOfGenerator(ada.signing), toBen)).toBe('hello');
    expect(() => receive(ada.decryption, powerOfGenerator(ada.signing), toBen)).toThrow();
  });
  it('is refused from anybody else', () => {
    expect(() => receive(ben.decryption, powerOfGenerator(ben.signing), toBen)).toThrow('signature');
  });
});
