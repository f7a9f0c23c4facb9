// Runs before all else that the page is made of, and is small: what the desk shows is asked for at once, and so is its part of the page.
import { base } from './api/base';
import { askEarly } from './api/early';

if (window.location.pathname === `${base}/`) {
  askEarly(['/api/me', '/api/community', '/api/desk']);
  // Where it can't be had, whoever shows it says so.
  import('./chapters/desk/Desk').catch(() => undefined);
}
