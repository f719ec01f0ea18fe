import { markup } from '../src/guest/html.js';
import { moment } from '../src/guest/guest-words.js';
import { sliceView } from '../src/guest/slice-view.js';

describe('a guest’s page', () => {
  it('escapes whatever is put into it, once', () => {
    const evil = `<img src=x onerror='a("b")'>&`;
    expect(markup`<p title="${evil}">${evil}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;&amp;">&lt;img src=x onerror=&#39;a(&quot;b&quot;)&#39;&gt;&amp;</p>',
    );
    expect(markup`${markup`<b>${'<'}</b>`}${[markup`<i></i>`, null, false, undefined]}`.text).toBe(
      '<b>&lt;</b><i></i>',
    );
  });

  it('writes dates with the month in letters and the zone that counts', () => {
    expect(moment('2027-04-08T21:00:00Z', 'America/New_York')).toMatch(/^Thu 8 Apr 2027, 17:00 EDT$/);
  });

  it('shows the slice field by field, and nothing of what is empty', () => {
    const { text } = sliceView(
      {
        identity: { name: 'shown above' },
        rehab: {
          program: ['nerve-glides', 'walking'],
          diagnoses: [{ text: 'lumbar-radiculopathy', side: 'right', level: ['L5-S1'] }],
          dose: { sessionsPerWeek: 2 },
          note: null,
        },
      },
      'America/New_York',
    );
    const tight = text.replaceAll(/>\s+</g, '><');
    expect(tight).toContain('<dt>Program</dt><dd>nerve glides, walking</dd>');
    expect(tight).toContain('<li>lumbar radiculopathy; side right; level L5-S1</li>');
    expect(text).not.toMatch(/note|shown above/i);
    expect(sliceView({ identity: {} }, 'America/New_York').text).toBe('<p>Nothing more than stands above.</p>');
  });
});
