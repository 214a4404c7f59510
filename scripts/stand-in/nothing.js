// Nothing: the real packages bring 45 MB, and a script that downloads a native program (docs/decisions/build.md).
module.exports = {};
