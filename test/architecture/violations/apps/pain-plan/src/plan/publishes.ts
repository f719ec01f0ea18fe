import 'kafkajs'; // kafkajs-in-one-file
