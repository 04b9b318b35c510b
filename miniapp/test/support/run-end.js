module.exports = async () => globalThis.afterRun();
