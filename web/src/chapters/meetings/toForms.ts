// The part of the address that opens the form for a new meeting at once.
export const planMeeting = 'plan-a-meeting';
