import { mailPage } from './mail-page.js';

const mail = {
  id: '8c7f4c0e-3c55-4a52-9f0a-0c9a4a4e8a11',
  at: '2027-04-06T13:00:00.000Z',
  to: 'desk@clinic.example.org',
  subject: 'Pain <Clinic>: a new request',
  text: 'Please answer.\n\nhttps://throughline.invalid/inbox?a=1&b=2\n<script>alert(1)</script>',
  messageId: 'msg_1',
};

describe('mailPage', () => {
  it('shows mails as text, with their links and nothing else alive', () => {
    const page = mailPage([mail]);
    expect(page).toContain('<h2>Pain &lt;Clinic&gt;: a new request</h2>');
    expect(page).toContain('<a href="https://throughline.invalid/inbox?a=1&amp;b=2">');
    expect(page).not.toContain('<script>');
    expect(page).toMatch(/<html lang="en">[\s\S]*<title>[\s\S]*<main>[\s\S]*<h1>/);
  });

  it('says when there is nothing', () => expect(mailPage([])).toContain('Nothing was mailed yet.'));
});
