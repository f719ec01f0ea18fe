// Made from libs/clinical/service-levels by `npm run generate`. Edit the YAML instead.
export const serviceLevelSource: unknown = {
  "version": 1,
  "clocks": [
    {
      "id": "send",
      "runs": [
        "draft"
      ],
      "from": "entered",
      "in": "clinic",
      "within": {
        "routine": "2bd",
        "urgent": "sd",
        "same-day": "sd",
        "emergency": "1h"
      },
      "says": "has been chosen and was asked nothing yet",
      "todo": "see whether the plan still needs it",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        },
        {
          "after": 1,
          "tell": "physician"
        }
      ]
    },
    {
      "id": "reach",
      "runs": [
        "undeliverable"
      ],
      "from": "entered",
      "in": "clinic",
      "within": {
        "routine": "1bd",
        "urgent": "sd",
        "same-day": "sd",
        "emergency": "1h"
      },
      "says": "cannot be reached by its usual channel",
      "todo": "phone, or use another channel",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        },
        {
          "after": 1,
          "tell": "physician"
        }
      ]
    },
    {
      "id": "supply",
      "runs": [
        "info-requested"
      ],
      "from": "entered",
      "in": "clinic",
      "within": {
        "routine": "2bd",
        "urgent": "2bd",
        "same-day": "sd",
        "emergency": "1h"
      },
      "says": "waits for what it asked us",
      "todo": "supply what is missing",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        },
        {
          "after": 1,
          "tell": "physician"
        }
      ]
    },
    {
      "id": "answer",
      "runs": [
        "sent",
        "undeliverable",
        "received"
      ],
      "pauses": [
        "info-requested"
      ],
      "from": "sent",
      "in": "partner",
      "within": {
        "routine": "2bd",
        "urgent": "1bd",
        "same-day": "sd",
        "emergency": "1h"
      },
      "says": "has neither accepted nor declined",
      "todo": "phone, or hand over to another clinic",
      "ladder": [
        {
          "after": 0,
          "tell": "partner"
        },
        {
          "after": 1,
          "tell": "coordinator"
        },
        {
          "after": 2,
          "tell": "physician"
        }
      ]
    },
    {
      "id": "book",
      "runs": [
        "accepted"
      ],
      "from": "entered",
      "in": "partner",
      "notFor": [
        "primary-care",
        "pharmacy"
      ],
      "within": {
        "routine": "10bd",
        "urgent": "3bd",
        "same-day": "1bd",
        "emergency": "sd"
      },
      "says": "has accepted and made no appointment",
      "todo": "phone, or hand over to another clinic",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        }
      ]
    },
    {
      "id": "place",
      "runs": [
        "waitlisted"
      ],
      "from": "review-date",
      "in": "clinic",
      "within": {
        "routine": "0bd",
        "urgent": "0bd",
        "same-day": "0bd",
        "emergency": "0bd"
      },
      "says": "still has the patient on its waiting list",
      "todo": "phone, or hand over to another clinic",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        }
      ]
    },
    {
      "id": "contact",
      "runs": [
        "no-show"
      ],
      "from": "entered",
      "in": "clinic",
      "within": {
        "routine": "1bd",
        "urgent": "1bd",
        "same-day": "sd",
        "emergency": "1h"
      },
      "says": "did not see the patient, who missed the appointment",
      "todo": "call the patient and rebook",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        }
      ]
    },
    {
      "id": "rebook",
      "runs": [
        "appointment-cancelled"
      ],
      "from": "entered",
      "in": "partner",
      "within": {
        "routine": "2bd",
        "urgent": "1bd",
        "same-day": "sd",
        "emergency": "1h"
      },
      "says": "has set no new time for the cancelled appointment",
      "todo": "phone and rebook",
      "ladder": [
        {
          "after": 0,
          "tell": "partner"
        },
        {
          "after": 1,
          "tell": "coordinator"
        }
      ]
    },
    {
      "id": "report",
      "runs": [
        "scheduled",
        "interim"
      ],
      "from": "visit",
      "in": "partner",
      "within": {
        "routine": "7bd",
        "urgent": "7bd",
        "same-day": "7bd",
        "emergency": "7bd"
      },
      "says": "has not reported since the visit",
      "todo": "phone for the report",
      "ladder": [
        {
          "after": 0,
          "tell": "partner"
        },
        {
          "after": 3,
          "tell": "coordinator"
        }
      ]
    },
    {
      "id": "next-report",
      "runs": [
        "interim"
      ],
      "from": "report",
      "in": "partner",
      "notFor": [
        "primary-care",
        "pharmacy"
      ],
      "within": {
        "routine": "20bd",
        "urgent": "20bd",
        "same-day": "20bd",
        "emergency": "20bd"
      },
      "says": "has not reported again",
      "todo": "phone for the report",
      "ladder": [
        {
          "after": 0,
          "tell": "partner"
        },
        {
          "after": 3,
          "tell": "coordinator"
        }
      ]
    },
    {
      "id": "review",
      "runs": [
        "on-hold"
      ],
      "from": "review-date",
      "in": "clinic",
      "within": {
        "routine": "0bd",
        "urgent": "0bd",
        "same-day": "0bd",
        "emergency": "0bd"
      },
      "says": "has the patient on hold",
      "todo": "decide whether it goes on",
      "ladder": [
        {
          "after": 0,
          "tell": "coordinator"
        },
        {
          "after": 2,
          "tell": "physician"
        }
      ]
    },
    {
      "id": "cancel",
      "runs": [
        "cancel-requested"
      ],
      "from": "entered",
      "in": "partner",
      "within": {
        "routine": "2bd",
        "urgent": "2bd",
        "same-day": "1bd",
        "emergency": "sd"
      },
      "says": "has not confirmed the cancellation",
      "todo": "phone",
      "ladder": [
        {
          "after": -1,
          "tell": "partner"
        },
        {
          "after": 0,
          "tell": "nobody",
          "event": "confirm-cancellation"
        }
      ]
    },
    {
      "id": "return",
      "runs": [
        "declined",
        "failed"
      ],
      "from": "entered",
      "in": "clinic",
      "within": {
        "routine": "7bd",
        "urgent": "2bd",
        "same-day": "1bd",
        "emergency": "sd"
      },
      "says": "gave the request back, and nobody else has been asked",
      "todo": "choose somebody with the coordinator, or change the plan",
      "ladder": [
        {
          "after": 0,
          "tell": "physician"
        }
      ]
    },
    {
      "id": "read",
      "runs": [
        "completed"
      ],
      "from": "entered",
      "in": "clinic",
      "within": {
        "routine": "5bd",
        "urgent": "5bd",
        "same-day": "5bd",
        "emergency": "5bd"
      },
      "says": "has reported an outcome that nobody has read",
      "todo": "read it and confirm",
      "ladder": [
        {
          "after": 0,
          "tell": "physician"
        },
        {
          "after": 2,
          "tell": "coordinator"
        }
      ]
    }
  ]
};
