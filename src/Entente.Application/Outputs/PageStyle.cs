namespace Entente.Application.Outputs;

/// <summary>What every page of a model adds to its own style.</summary>
internal static class PageStyle
{
    /// <summary>On a telephone a wide table scrolls by itself, not the page; in the dark the quiet words stay readable.</summary>
    public const string Anywhere =
        "@media (max-width:45rem){table{display:block;overflow-x:auto}}" + "@media (prefers-color-scheme:dark){small,.soft{color:#b0aaa2}}";
}
