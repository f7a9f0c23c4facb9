// The authenticators of one browser: virtual ones, of which a person touches one at a time.
import type { CDPSession, Page } from '@playwright/test';

interface Kind {
  /** Whether it can open keyboxes. */
  hasPrf: boolean;
  transport?: 'internal' | 'usb';
}

export class Authenticators {
  private readonly ids: string[] = [];

  private constructor(private readonly client: CDPSession) {}

  /** The first, which is built in. */
  get own(): string {
    return this.ids[0] ?? '';
  }

  static async of(page: Page) {
    const client = await page.context().newCDPSession(page);
    await client.send('WebAuthn.enable');
    return new Authenticators(client);
  }

  async add({ hasPrf, transport = 'internal' }: Kind): Promise<string> {
    const { authenticatorId } = await this.client.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport,
        hasResidentKey: true,
        hasUserVerification: true,
        hasPrf,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    this.ids.push(authenticatorId);
    return authenticatorId;
  }

  /**
   * One that holds the passkeys of another browser, as a phone does that is reached from here; what its passkeys compute for keyboxes does
   * not come along.
   */
  async reach(other: Authenticators): Promise<string> {
    const reached = await this.add({ hasPrf: false, transport: 'usb' });
    for (const authenticatorId of other.ids) {
      const { credentials } = await other.client.send('WebAuthn.getCredentials', { authenticatorId });
      for (const credential of credentials)
        await this.client.send('WebAuthn.addCredential', { authenticatorId: reached, credential });
    }
    return reached;
  }

  /** From now on that one is touched when it asks, and no other. */
  async touch(authenticatorId: string) {
    for (const id of this.ids)
      await this.client.send('WebAuthn.setAutomaticPresenceSimulation', {
        authenticatorId: id,
        enabled: id === authenticatorId,
      });
  }
}
