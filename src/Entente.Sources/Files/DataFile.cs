namespace Entente.Sources.Files;

/// <summary>A data file of the catalogue or the record, read whole.</summary>
/// <param name="Name">Path within its folder with forward slashes (`trade/china-russia.csv`); what error messages and row references show.</param>
/// <param name="Text">The decoded text, byte-order mark dropped.</param>
public sealed record DataFile(string Name, string Text);

/// <summary>A data folder or file that could not be read: where, what was found, what was expected.</summary>
public sealed record DataProblem(string Where, string Found, string Expected)
{
    public override string ToString() => $"{Where}: found {Found}, expected {Expected}";
}
