/**
 * From version 1.30 on ONNX Runtime brings its maker's telemetry: when it is loaded it writes an installation's number
 * (`.ses`) and a log to the folder for temporary files, and it knows an address to report to. It asks the environment
 * once, as it is loaded, so this stands before it. Whatever the environment said, nothing leaves this machine.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';
